import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { addTo } from '../model/grouping.js';
import type { Folder, Output } from './planned.js';
import type { Renewing } from './renew.js';

/** Files that are no returns of a unit, whatever they are called. */
const NO_RETURN = /\.(?:json|md|ya?ml)$/i;

/**
 * Files that look like other returns of a unit whose sheet is written: nothing of them is carried over.
 *
 * @param files.used forms from which other files have what is filled in
 */
export async function besides(
  folder: Pick<Folder, 'beside' | 'check'>,
  files: Record<'outputs' | 'remove', readonly Output[]> & { readonly used: readonly string[] },
  unitOf: Renewing['unitOf'],
): Promise<Diagnostic[]> {
  const { outputs, remove, used } = files;
  const settled = new Set([...outputs, ...remove].map(({ name }) => name).concat(used));
  const units = new Set(outputs.flatMap(({ sheet }) => (sheet ? [sheet.unit] : [])));
  const others = new Map<string, string[]>();
  for (const name of await folder.beside()) {
    if (settled.has(name) || NO_RETURN.test(name)) continue;
    const unit = unitOf?.(name);
    if (unit === undefined || !units.has(unit)) continue;
    // What the program wrote, and nobody has changed, is no return.
    if ((await folder.check([name])).diagnostics.length > 0) addTo(others, unit, name);
  }
  return Array.from(others, ([unit, names]) => diagnose('sheet-beside', { unit, names }));
}
