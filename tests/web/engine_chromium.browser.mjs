import { testIn } from './engines/behaviour.mjs';
import { faultsIn } from './engines/faults.mjs';
import { chromium } from './engines/chromium.mjs';

testIn(chromium);
faultsIn(chromium);
