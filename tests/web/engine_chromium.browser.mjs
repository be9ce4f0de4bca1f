import { testIn } from './engines/behaviour.mjs';
import { chromium } from './engines/chromium.mjs';

testIn(chromium);
