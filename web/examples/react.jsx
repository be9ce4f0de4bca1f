// React 19 sets properties of custom elements and listens to their events by itself.

import { useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import '../say-when.js';

function Story({ src }) {
  const widget = useRef(null);
  const [chosen, setChosen] = useState('none yet');
  return (
    <>
      <h1>In React</h1>
      <p>
        Chosen: <output>{chosen}</output>{' '}
        <button onClick={() => widget.current.select('q2')}>Choose the second quote</button>
      </p>
      <say-when ref={widget} src={src} onsay-when-select={(event) => setChosen(event.detail.quote)}></say-when>
    </>
  );
}

createRoot(document.getElementById('root')).render(<Story src="../stories/seed.json" />);
