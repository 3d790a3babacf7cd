import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { addTo } from '../model/grouping.js';
import { nameOfCopy } from '../returned/index.js';
import { baseOf, inNoFolder } from './layout.js';
import type { Folder, Output } from './planned.js';

/** Files that may be returns of a unit. */
const RETURN = /\.(?:xlsx?|xlsm|et|ett|ods|csv|zip|rar|7z)$/i;

/**
 * Files that look like other returns of a unit whose sheet is written: nothing of them is carried over.
 *
 * @param files.used forms from which other files have what is filled in
 * @param formerly under which name the sheet of a former name goes on
 */
export async function besides(
  folder: Pick<Folder, 'beside'>,
  files: Record<'outputs' | 'remove', readonly Output[]> & { readonly used: readonly string[] },
  formerly: ReadonlyMap<string, string>,
): Promise<Diagnostic[]> {
  const { outputs, remove, used } = files;
  const settled = new Set([...outputs, ...remove].map(({ name }) => name).concat(used));
  const units = new Set(outputs.flatMap(({ name, sheet }) => (sheet ? [inNoFolder(baseOf(name))] : [])));
  const others = new Map<string, string[]>();
  for (const name of await folder.beside()) {
    if (settled.has(name) || !RETURN.test(name)) continue;
    const named = nameOfCopy(name);
    const unit = formerly.get(named) ?? named;
    if (units.has(unit)) addTo(others, unit, name);
  }
  return Array.from(others, ([unit, names]) => diagnose('sheet-beside', { unit, names }));
}
