import type { Result } from './model/result.js';
import type { TaskBook } from './model/taskbook.js';
import type { ParseOptions } from './parsing.js';

/**
 * Reads a notice into a task book: bytes → Document → Notice → TaskBook.
 * What reads is loaded only then: most commands begin with a task book.
 *
 * @param bytes the notice's file, whole
 * @param options.name the file's name without its folder; it stands in every place
 * @param options.encoding the text's encoding where the user knows it; otherwise it is told from the bytes
 * @param options.registry names of units that the user gave, laid over those that ship with the program
 * @param options.columns what the columns of tables hold, by their headers, where the program does not know or errs;
 *   it goes before what the registry says of them
 * @param options.crossCheck reads a Word file (.docx) twice; where the readers differ is told, and is not in the task book
 * @returns the task book and what was noticed; no task book when the notice cannot be read without
 *   guessing, and then the diagnostics say why and where
 */
export async function parseNotice(
  bytes: Uint8Array,
  { name = 'notice.txt', encoding, registry, columns, crossCheck = false }: ParseOptions = {},
): Promise<Result<TaskBook>> {
  const { parsed } = await import('./parsing.js');
  return parsed(bytes, { name, encoding, registry, columns, crossCheck });
}
