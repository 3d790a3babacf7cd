import { LARGEST } from '../../model/limits.js';
import type { Dropped } from '../shown.js';

/** A folder as newer browsers give it; the older way is closed to pages that are opened from a disk. */
interface Handle {
  readonly kind: 'file' | 'directory';
  readonly name: string;
  getFile(): Promise<File>;
  values(): AsyncIterable<Handle>;
}
type DroppedItem = DataTransferItem & { getAsFileSystemHandle?(): Promise<Handle | null> };

/** A file as the browser gives it, and the folder that was dropped with it. */
export interface GivenFile {
  readonly file: File;
  readonly folder?: string;
}

/** What was dropped: files, and all that is in folders. A folder that the browser does not open is an error. */
export async function dropped(items: DataTransferItemList): Promise<GivenFile[]> {
  // All of them at once: the list is empty as soon as one waits.
  const found = Array.from(items as Iterable<DroppedItem>)
    .filter(({ kind }) => kind === 'file')
    .map(async (item): Promise<GivenFile[]> => {
      const entry = item.webkitGetAsEntry?.();
      const file = item.getAsFile();
      if (!entry?.isDirectory) return file ? [{ file }] : [];
      const { name: folder } = entry;
      const handle = item.getAsFileSystemHandle?.();
      const files = await (handle
        ? handle.then((given) => (given ? within(given, '') : []))
        : below(entry, ''));
      return files.map((each) => ({ file: each, folder }));
    });
  return (await Promise.all(found)).flat();
}

/** The files of a folder, each with its name behind those of the folders below the one that was dropped. */
async function within(folder: Handle, path: string): Promise<File[]> {
  const files: File[] = [];
  for await (const each of folder.values()) {
    if (each.kind === 'directory') files.push(...(await within(each, `${path}${each.name}/`)));
    else files.push(named(await each.getFile(), path + each.name));
  }
  return files.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The same in browsers without handles. */
async function below(folder: FileSystemEntry, path: string): Promise<File[]> {
  const reader = (folder as FileSystemDirectoryEntry).createReader();
  const files: File[] = [];
  // A folder is read a hundred entries at a time.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, failed) => reader.readEntries(done, failed));
    if (some.length === 0) return files;
    for (const each of some) {
      if (each.isDirectory) files.push(...(await below(each, `${path}${each.name}/`)));
      else {
        const file = await new Promise<File>((done, failed) =>
          (each as FileSystemFileEntry).file(done, failed),
        );
        files.push(named(file, path + file.name));
      }
    }
  }
}

function named(file: File, name: string): File {
  return new File([file], name, { type: file.type, lastModified: file.lastModified });
}

/** The bytes of files; what is larger than any notice is not read. */
export function readFiles(files: readonly GivenFile[]): Promise<Dropped[]> {
  return Promise.all(
    files.map(async ({ file, folder }): Promise<Dropped> => {
      const bytes = file.size > LARGEST ? null : new Uint8Array(await file.arrayBuffer());
      return { name: file.name, bytes, ...(folder !== undefined && { folder }) };
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
