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

/**
 * A diagnostic as this version keeps it. Earlier versions kept its words in `message`, and no arguments:
 * those words stay what is said.
 *
 * @param stored a diagnostic read from a file, of any version
 */
export function upgradeDiagnostic(stored: unknown): unknown {
  const isEarlier =
    typeof stored === 'object' && stored !== null && 'message' in stored && !('args' in stored);
  if (!isEarlier) return stored;
  const { code, message, ...rest } = stored as Record<string, unknown>;
  return { ...rest, code: 'told-earlier', args: { code, message } };
}
