import { diagnose } from '../model/messages.js';
import { failed, type Result } from '../model/result.js';
import type { TaskBook } from '../model/taskbook.js';
import { TASK_BOOK_SCHEMA } from '../model/version.js';

/** The task book as it is kept in a file: JSON with two blanks' indent and a final line break. */
export function taskBookToJson(book: TaskBook): string {
  return `${JSON.stringify(book, null, 2)}\n`;
}

/**
 * Reads a task book that `taskBookToJson` wrote. Reading it back gives the same task book.
 *
 * @param path how to call the file in a message
 * @returns the task book, or `book-other-version`, `book-damaged`
 */
export async function taskBookFromJson(json: string, path: string): Promise<Result<TaskBook>> {
  let stored: unknown;
  try {
    stored = JSON.parse(json);
  } catch {
    return failed(diagnose('book-damaged', { path, detail: '不是完整的 JSON' }));
  }
  const found = (stored as { schema?: unknown } | null)?.schema;
  if (typeof found === 'string' && found !== TASK_BOOK_SCHEMA) {
    return failed(diagnose('book-other-version', { path, found, expected: TASK_BOOK_SCHEMA }));
  }
  const { TaskBook } = await import('../model/taskbook.js');
  // One task book a run: compiling a checker for it would cost more than it saves.
  const checked = TaskBook.safeParse(stored, { jitless: true });
  if (checked.success) return { value: checked.data, diagnostics: [] };
  const [issue] = checked.error.issues;
  return failed(diagnose('book-damaged', { path, detail: `${issue?.path.join('.') || '内容'} 不对` }));
}
