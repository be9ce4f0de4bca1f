import { testIn } from './engines/behaviour.mjs';
import { faultsIn } from './engines/faults.mjs';
import { firefox } from './engines/firefox.mjs';

testIn(firefox);
faultsIn(firefox);
