import type { Folder } from '../index.js';

/** Files that lie nowhere but in memory, as a folder that sheets are written over: whoever dropped them keeps his own. */
export function folderOf(files: ReadonlyMap<string, Uint8Array>): Folder {
  return {
    read: async (name) => ({ value: files.get(name) ?? null, diagnostics: [] }),
    check: async () => ({ value: true, diagnostics: [] }),
    isChanged: () => false,
    beside: async () => [],
    uncarried: new Map(),
  };
}
