import { testIn } from './engines/behaviour.mjs';
import { faultsIn } from './engines/faults.mjs';
import { webkit } from './engines/webkit.mjs';

testIn(webkit);
faultsIn(webkit);
