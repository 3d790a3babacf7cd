import { measuresOf } from '../model/book.js';
import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { failed, type Result } from '../model/result.js';
import type { RollUp } from '../model/roll-up.js';
import type { TaskBook } from '../model/taskbook.js';
import { ROLL_UP_SCHEMA } from '../model/version.js';
import { lineageIn } from '../revise/index.js';
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
  const shown = asIn(book, rollUp);
  return { value: shown, diagnostics: [...otherNotice(shown, path, book), ...strays(shown, book)] };
}

/** A roll-up with the ids that a book has for its tasks: one that was read by itself gives other ids than `build`. */
function asIn(book: TaskBook, rollUp: RollUp): RollUp {
  const { means } = lineageIn(book);
  const live = new Set(book.tasks.map(({ id }) => id));
  const idOf = new Map<string, string>();
  const taken = new Set<string>();
  for (const task of rollUp.tasks) {
    const { id, isSure } = means({ ...task, units: '' });
    const own = isSure && id !== undefined && live.has(id) ? id : task.id;
    if (taken.has(own)) return rollUp;
    taken.add(own);
    idOf.set(task.id, own);
  }
  const own = (id: string) => idOf.get(id) ?? id;
  return {
    ...rollUp,
    tasks: rollUp.tasks.map((task) => ({ ...task, id: own(task.id) })),
    standings: rollUp.standings.map((each) => ({ ...each, id: own(each.id) })),
    answers: rollUp.answers.map((each) => ({ ...each, task: each.task === null ? null : own(each.task) })),
  };
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
