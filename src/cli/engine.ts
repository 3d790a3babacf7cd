// Sets the engine for a short run: imported before everything that has patterns.
import { setFlagsFromString } from 'node:v8';

/** The last Node of which it is known that it has the flag; one that has it not would complain of it to the user. */
const LAST_KNOWN = 26;

// The program has hundreds of large patterns. To get each ready for an interpreter first, and for the processor when it
// is used again, took two fifths of what reading a notice takes.
if (Number.parseInt(process.versions.node, 10) <= LAST_KNOWN) setFlagsFromString('--no-regexp-tier-up');
