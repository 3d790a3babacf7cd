import { FINDINGS } from './findings.js';
import type { ArgsIn, Kind } from './kind.js';
import { NOTICE } from './notice.js';
import { READING } from './reading.js';
import { SHEETS } from './sheets.js';
import { USE } from './use.js';

/** Everything that the program can tell, by its code: how grave it is, and which arguments its message needs. */
export const CODES = { ...READING, ...NOTICE, ...SHEETS, ...USE, ...FINDINGS } satisfies Record<string, Kind>;

export type Code = keyof typeof CODES;
export type ArgsOf<C extends Code> = ArgsIn<(typeof CODES)[C]['args']>;
