import type { Diagnostic } from '../model/diagnostic.js';
import { bytesOf } from '../model/digest.js';
import { readReturnedCsv, readReturnedXlsx, tellOdd } from '../returned/index.js';
import { endingOf } from './layout.js';

/** What is told of single cells of a sheet that came back, and names them. */
const CITING: ReadonlySet<Diagnostic['code']> = new Set([
  'return-answer',
  'return-ditto',
  'return-formula',
  'return-ids',
  'return-moved',
  'return-status-elsewhere',
  'return-status-for-day',
]);

/**
 * What is told of cells of a sheet that is written anew, by the cells in which that stands now: of the earlier file
 * nothing is left in which anybody could look.
 *
 * @param odd what is told of them by the cells in which it stood
 * @param content the sheet as it is written
 */
export async function toldAnew(
  odd: readonly Diagnostic[],
  content: string | Uint8Array,
  name: string,
): Promise<readonly Diagnostic[]> {
  if (odd.length === 0) return odd;
  const read = endingOf(name) === '.csv' ? readReturnedCsv : readReturnedXlsx;
  const { value } = await read(bytesOf(content), name);
  return value ? tellOdd(value.sheet) : odd;
}

/**
 * What is told of a sheet that has been written over, each in the file in which it can be looked up.
 *
 * @param from the file that it was read from
 * @param to.now the file in which the sheet is now
 * @param to.kept where the earlier file is kept whole, if it is
 */
export function inFiles(
  diagnostics: readonly Diagnostic[],
  from: string,
  { now, kept }: { readonly now: string; readonly kept: string | undefined },
): Diagnostic[] {
  return diagnostics.map((each) => {
    if (each.at?.file !== from) return each;
    return { ...each, at: { ...each.at, file: kept !== undefined && CITING.has(each.code) ? kept : now } };
  });
}
