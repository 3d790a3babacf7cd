import type { Dropped } from './shown.js';

// Two folders may each have a file of one name: on the desk, and in what is told, each has a name of its own.

/** Files of one name that were dropped together, each behind the folder that it lay in, where that is known. */
export function byFolders(files: readonly Dropped[]): Dropped[] {
  const counts = new Map<string, number>();
  for (const { name } of files) counts.set(name, (counts.get(name) ?? 0) + 1);
  return files.map((file) => ((counts.get(file.name) ?? 0) > 1 ? inFolder(file) : file));
}

/** A file under a name that no other has: behind its folder, or with a number. */
export function distinct(file: Dropped, taken: ReadonlySet<string>): Dropped {
  if (!taken.has(file.name)) return file;
  const { name } = inFolder(file);
  for (let i = 1; ; i++) {
    const next = i === 1 ? name : numbered(name, i);
    if (!taken.has(next)) return { ...file, name: next };
  }
}

function inFolder(file: Dropped): Dropped {
  const { name, folder = '' } = file;
  return folder === '' || name.startsWith(`${folder}/`) ? file : { ...file, name: `${folder}/${name}` };
}

/** 区水利局.xlsx → 区水利局（2）.xlsx. */
function numbered(name: string, i: number): string {
  const dot = name.lastIndexOf('.');
  const end = dot > name.lastIndexOf('/') + 1 ? dot : name.length;
  return `${name.slice(0, end)}（${i}）${name.slice(end)}`;
}
