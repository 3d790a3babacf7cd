import { measuresOf } from '../model/book.js';
import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { failed, type Result } from '../model/result.js';
import type { RollUp } from '../model/roll-up.js';
import type { TaskBook } from '../model/taskbook.js';
import { ROLL_UP_SCHEMA } from '../model/version.js';
import { noticeWords } from '../sheets/index.js';
import { ROLL_UPS } from './past.js';

/**
 * Reads a roll-up that `rollUpToJson` wrote, to be shown beside a task book.
 *
 * @param path how to call the file in a message
 * @returns the roll-up, with a warning where it is of another notice or of tasks that the book does not have; or
 *   `roll-up-damaged`, `roll-up-other-version`
 */
export async function rollUpFromJson(json: string, path: string, book: TaskBook): Promise<Result<RollUp>> {
  let stored: unknown;
  try {
    stored = JSON.parse(json);
  } catch {
    return failed(diagnose('roll-up-damaged', { path, field: null }));
  }
  const { RollUp: schema } = await import('../model/roll-up.js');
  const { data: rollUp, error } = schema.safeParse(stored, { jitless: true });
  if (!rollUp) {
    const { schema: found } = (stored ?? {}) as { readonly schema?: unknown };
    if (typeof found === 'string' && found !== ROLL_UP_SCHEMA && found.startsWith(ROLL_UPS))
      return failed(diagnose('roll-up-other-version', { path }));
    return failed(diagnose('roll-up-damaged', { path, field: error.issues[0]?.path.join('.') ?? '' }));
  }
  return { value: rollUp, diagnostics: [...otherNotice(rollUp, path, book), ...strays(rollUp, book)] };
}

function otherNotice({ notice }: RollUp, path: string, book: TaskBook): Diagnostic[] {
  const words = [notice, book.notice].map((each) => noticeWords(each) || '一份没有标题和文号的通知');
  const [rollUp = '', shown = ''] = words;
  return rollUp === shown ? [] : [diagnose('roll-up-other-notice', { path, rollUp, notice: shown })];
}

function strays({ tasks }: RollUp, { tasks: known, chapters }: TaskBook): Diagnostic[] {
  const measures = measuresOf({ chapters });
  const ids = new Set([...known, ...measures].map(({ id }) => id));
  const names = tasks.filter(({ id }) => !ids.has(id)).map(({ name }) => name);
  return names.length === 0 ? [] : [diagnose('roll-up-stray', { count: names.length, names })];
}
