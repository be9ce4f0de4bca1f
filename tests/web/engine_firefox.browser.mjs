import { testIn } from './engines/behaviour.mjs';
import { firefox } from './engines/firefox.mjs';

testIn(firefox);
