import {
  FILES,
  learnedRegistry,
  type RegistryDraft,
  registryDraft,
  registryTemplate,
  registryToXlsx,
  type TaskBook,
  unresolved,
} from '../index.js';
import { collected } from './collect.js';
import { writeOne } from './outputs.js';
import { report } from './terminal.js';

/** How a registry is written: as what, to which file, and whether over another program's. */
interface Written {
  readonly xlsx: boolean | undefined;
  readonly output: string | undefined;
  readonly force: boolean | undefined;
}

/** Writes a registry to fill in: what is not resolved. */
export async function writeTemplate(book: TaskBook, as: Written): Promise<void> {
  await writeRegistry(as, () => registryTemplate(unresolved(book)), registryDraft(book));
}

/** Writes a registry to look over: what the sheets in a folder answered. */
export async function writeLearned(book: TaskBook, folder: string, as: Written): Promise<void> {
  const all = await collected(book, folder);
  await writeRegistry(as, () => learnedRegistry(book, all), registryDraft(book, all));
  // What could not be read may have had something to learn from.
  const unread = all.problems.filter(({ severity }) => severity === 'error');
  if (unread.length > 0) process.exitCode = 1;
  // What else is wrong with the files, `collect` tells.
  report([...unread, ...all.problems.filter(({ code }) => code.startsWith('return-answer'))]);
}

/** Writes it as YAML, or as a workbook where the user says so or the name of the file does. */
async function writeRegistry(
  { xlsx = false, output, force = false }: Written,
  yaml: () => string,
  draft: RegistryDraft,
): Promise<void> {
  const path = output ?? (xlsx ? FILES.registryWorkbook : '-');
  const isWorkbook = xlsx || /\.xlsx$/i.test(path);
  await writeOne(path, isWorkbook ? await registryToXlsx(draft) : yaml(), { force });
}
