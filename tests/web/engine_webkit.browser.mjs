import { testIn } from './engines/behaviour.mjs';
import { webkit } from './engines/webkit.mjs';

testIn(webkit);
