// Sets the engine for a short run: imported before everything that has patterns.
import { setFlagsFromString } from 'node:v8';

const NODE = Number.parseInt(process.versions.node, 10);
/** The last Node of which it is known that it has the flag; one that has it not would complain of it to the user. */
const LAST_KNOWN = 26;

// The program has hundreds of large patterns. To get each ready for an interpreter first, and for the processor when it
// is used again, took two fifths of what reading a notice takes.
if (NODE <= LAST_KNOWN) setFlagsFromString('--no-regexp-tier-up');
// Rows of all kinds go through the same code: what is made fast after the first of them is thrown away at the next. It
// took a quarter of 4,000 rows. Newer engines have a step in between, and the flag no more.
if (NODE === 20) setFlagsFromString('--interrupt-budget=600000');
