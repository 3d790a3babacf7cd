import { LARGEST } from '../../model/limits.js';
import type { Dropped } from '../shown.js';

/** What was dropped: files, and all that is in folders. */
export async function dropped(items: DataTransferItemList): Promise<File[]> {
  // All of them at once: the list is empty as soon as one waits.
  const entries = Array.from(items).flatMap((item) => item.webkitGetAsEntry?.() ?? item.getAsFile() ?? []);
  const found = await Promise.all(
    entries.map((entry) => (entry instanceof File ? [entry] : below(entry, ''))),
  );
  return found.flat();
}

/** The files of a folder, each with its name behind the folder's, but for the folder that was dropped. */
async function below(entry: FileSystemEntry, folder: string): Promise<File[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((done, failed) => (entry as FileSystemFileEntry).file(done, failed));
    return [folder === '' ? file : named(file, folder + file.name)];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const files: File[] = [];
  const inner = folder === '' && entry.fullPath.lastIndexOf('/') === 0 ? '' : `${folder}${entry.name}/`;
  // A folder is read a hundred entries at a time.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, failed) => reader.readEntries(done, failed));
    if (some.length === 0) return files;
    for (const each of some) files.push(...(await below(each, inner)));
  }
}

function named(file: File, name: string): File {
  return new File([file], name, { type: file.type, lastModified: file.lastModified });
}

/** The bytes of files; what is larger than any notice is not read. */
export function bytesOf(files: readonly File[]): Promise<Dropped[]> {
  return Promise.all(
    files.map(async (file): Promise<Dropped> => {
      // What is chosen in a folder bears the folder's name, too.
      const name = file.webkitRelativePath ? file.webkitRelativePath.replace(/^[^/]*\//, '') : file.name;
      const bytes = file.size > LARGEST ? null : new Uint8Array(await file.arrayBuffer());
      return { name, bytes };
    }),
  );
}

/** Gives a file to whoever looks at the page, as the browser gives downloads. */
export function save(name: string, bytes: Uint8Array): void {
  const address = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>]));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Not before the browser has taken it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
