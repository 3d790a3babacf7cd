import type { Diagnostic } from '../model/diagnostic.js';
import { failed, type Result } from '../model/result.js';
import type { Folder, Planned } from './planned.js';
import { isForm } from './renew.js';

/** What a file is to replace: what lies in its place, or where an earlier version put it. */
export interface Earlier {
  readonly at: string;
  readonly content: Uint8Array | null;
}

/** What a file is to replace. Of files that nobody fills in only the program's own may be taken from elsewhere. */
export async function earlierOf(folder: Folder, { name, was = [] }: Planned): Promise<Result<Earlier>> {
  for (const at of [name, ...was]) {
    const { value: content, diagnostics } = await folder.read(at);
    if (content === undefined) return failed(...diagnostics);
    if (content === null) continue;
    const mayBeTaken =
      at === name ||
      isForm(at) ||
      folder.isChanged(at, content) ||
      (await refusalOf(folder, at)).length === 0;
    if (mayBeTaken) return { value: { at, content }, diagnostics: [] };
  }
  return { value: { at: name, content: null }, diagnostics: [] };
}

/** Why a file may not be written over: it is none of this program's. */
export async function refusalOf(folder: Folder, name: string): Promise<readonly Diagnostic[]> {
  return (await folder.check([name])).diagnostics;
}
