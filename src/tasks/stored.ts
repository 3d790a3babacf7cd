import { diagnose } from '../model/diagnose.js';
import { sha256Of } from '../model/digest.js';
import { printed } from '../model/json.js';
import { failed, type Result } from '../model/result.js';
import type { TaskBook } from '../model/taskbook.js';
import { TASK_BOOK_SCHEMA } from '../model/version.js';
import { EARLIER_SCHEMA, fromEarlier } from './earlier.js';

/** How a task book ends: with the SHA-256 of the same text without this line. */
const DIGEST = /,\n {2}"digest": "([0-9a-f]{64})"\n\}\n$/;

/**
 * The task book as it is kept in a file: JSON with two blanks' indent and a final line break. Its last
 * field is a digest of all others, so that a file that nobody has changed need not be checked field by
 * field.
 */
export function taskBookToJson(book: TaskBook): string {
  const text = printed(book);
  return `${text.slice(0, -2)},\n  "digest": "${sha256Of(text)}"\n}\n`;
}

/**
 * Reads a task book that `taskBookToJson` wrote. Reading it back gives the same task book. A file that
 * somebody has changed is read, too, if it still has the form of one.
 *
 * @param path how to call the file in a message
 * @returns the task book, or `book-other-version`, `book-damaged`
 */
export async function taskBookFromJson(json: string, path: string): Promise<Result<TaskBook>> {
  let stored: unknown;
  try {
    stored = JSON.parse(json);
  } catch {
    return failed(diagnose('book-damaged', { path, field: null }));
  }
  const found = (stored as { schema?: unknown } | null)?.schema;
  if (found === EARLIER_SCHEMA) stored = fromEarlier(stored as Record<string, unknown>, TASK_BOOK_SCHEMA);
  else if (typeof found === 'string' && found !== TASK_BOOK_SCHEMA) {
    return failed(diagnose('book-other-version', { path, found, expected: TASK_BOOK_SCHEMA }));
  }
  if (found === TASK_BOOK_SCHEMA && isUnchanged(json)) {
    const { digest: _, ...book } = stored as TaskBook & { digest: string };
    return { value: book, diagnostics: [] };
  }
  const { StoredTaskBook } = await import('../model/taskbook.js');
  // One task book a run: compiling a checker for it would cost more than it saves.
  const checked = StoredTaskBook.safeParse(stored, { jitless: true });
  if (checked.success) {
    const { digest: _, ...book } = checked.data;
    return { value: book, diagnostics: [] };
  }
  const [issue] = checked.error.issues;
  return failed(diagnose('book-damaged', { path, field: issue?.path.join('.') ?? '' }));
}

/** Whether a file is as this program wrote it. */
function isUnchanged(json: string): boolean {
  const end = DIGEST.exec(json);
  return end !== null && sha256Of(`${json.slice(0, end.index)}\n}`) === end[1];
}
