import type { Diagnostic } from '../model/diagnostic.js';
import { bytesOf } from '../model/digest.js';
import { withinFile } from '../model/place.js';
import type { ReturnedSheet } from '../model/returned.js';
import { readReturnedCsv, readReturnedXlsx } from '../returned/index.js';
import { endingOf } from './layout.js';

/** Arguments that name cells, or rows, of the file that something is told of. */
const CITING = ['cells', 'rows'] as const;

/** Whether something names a cell or a row, in which somebody will look. */
function isCiting({ at, args }: Diagnostic): boolean {
  return (at !== undefined && withinFile(at) !== '') || CITING.some((name) => name in args);
}

/** A sheet as it is written anew: where what was told of it stands by now, of whose earlier file nothing is left. */
export async function readAgain(
  content: string | Uint8Array,
  name: string,
): Promise<ReturnedSheet | undefined> {
  const read = endingOf(name) === '.csv' ? readReturnedCsv : readReturnedXlsx;
  const { value } = await read(bytesOf(content), name);
  return value?.sheet;
}

/** What says where a file is kept, with the name that it has there. */
function keptUnder(told: Diagnostic, name: string): Diagnostic {
  if (told.code === 'sheet-of-other') return { ...told, args: { ...told.args, name } };
  if (told.code === 'sheet-of-other-blank') return { ...told, args: { ...told.args, name } };
  if (told.code === 'sheet-tables-left') return { ...told, args: { ...told.args, name } };
  return told;
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
    const named = kept === undefined ? each : keptUnder(each, kept);
    if (named.at?.file !== from) return named;
    return { ...named, at: { ...named.at, file: kept !== undefined && isCiting(named) ? kept : now } };
  });
}
