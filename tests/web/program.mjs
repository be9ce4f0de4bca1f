// The command line program, for tests of what it makes for pages. scripts/test builds it first.
//
// Environment: SAYWHEN_PROGRAM  another one (default build/release/saywhen)

import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program = process.env.SAYWHEN_PROGRAM ?? fileURLToPath(new URL('../../build/release/saywhen', import.meta.url));

/** What it writes to its standard output; throws, with what it says, when it does not succeed. */
export const saywhen = (...call) => execFileSync(program, call, { encoding: 'utf8', maxBuffer: 1 << 28 });
