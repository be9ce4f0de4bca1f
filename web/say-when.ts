// The script that a page loads: defines <say-when>. A second copy on the same page does nothing.

import { SayWhen } from './element.js';

if (!customElements.get('say-when')) customElements.define('say-when', SayWhen);

export { SayWhen };
