import { type Compared, compared, likeness } from '../links/index.js';
import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Task, TaskBook } from '../model/taskbook.js';
import { normalizeName } from '../words/width.js';

/** How much alike two texts must be for one to be the other, revised. */
const REVISED = 0.5;
/** How much less alike what it was must be: texts that are all alike say nothing. */
const CLEARLY = 0.2;
/** A shorter text is like those of many tasks. */
const SHORT = 4;

const FIELDS = ['name', 'goal'] as const;
type Field = (typeof FIELDS)[number];

/** A task whose name or goal is not what it was. */
interface Changed {
  readonly old: Task;
  readonly is: Task;
}

/**
 * Tasks of a revised notice that have exchanged their names, or what they are to reach, two or more of them in a ring, just
 * so or in words that are revised, too: what was filled in went with one of the two, and only people know with which it
 * should have gone.
 *
 * @param book the notice as it is now, whose tasks bear the ids that they had before
 */
export function exchangedTasks(before: TaskBook, book: TaskBook): Diagnostic[] {
  const was = new Map(before.tasks.map((task) => [task.id, task]));
  const changed = book.tasks.flatMap((is): Changed[] => {
    const old = was.get(is.id);
    return old && (old.name !== is.name || old.goal !== is.goal) ? [{ old, is }] : [];
  });
  const origins = FIELDS.map((field) => originsOf(changed, field));
  // One of the two is its own, and the other another task's.
  const from = new Map(
    changed.flatMap((each): [Changed, Changed][] => {
      const [name, goal] = origins.map((origin) => origin.get(each));
      const other = name === each ? goal : goal === each ? name : undefined;
      return other && other !== each ? [[each, other]] : [];
    }),
  );
  const told = new Set<Changed>();
  return changed.flatMap((first) => {
    const ring: Changed[] = [];
    for (let each: Changed | undefined = first; each && !ring.includes(each); each = from.get(each))
      ring.push(each);
    const last = ring.at(-1);
    if (ring.length < 2 || told.has(first) || !last || from.get(last) !== first) return [];
    for (const each of ring) told.add(each);
    return [diagnose('tasks-exchanged', { names: ring.map(({ is }) => is.name) })];
  });
}

/** Whose name, or goal, each task has by now: its own, or that of another of them. */
function originsOf(changed: readonly Changed[], field: Field): Map<Changed, Changed> {
  const texts = changed.map(({ old }) => compared(old[field]));
  const found = new Map<Changed, Changed>();
  for (const [i, each] of changed.entries()) {
    const origin = originOf(each, changed, field, { texts, own: texts[i] });
    if (origin) found.set(each, origin);
  }
  return found;
}

function originOf(
  each: Changed,
  changed: readonly Changed[],
  field: Field,
  { texts, own }: { readonly texts: readonly Compared[]; readonly own: Compared | undefined },
): Changed | undefined {
  const { old, is } = each;
  if (old[field] === is[field]) return each;
  const same = changed.filter((other) => other.old[field] === is[field]);
  if (same.length > 0) return same.length === 1 ? same[0] : undefined;
  const text = compared(is[field]);
  const kept = own ? likeness(text, own) : 0;
  if (normalizeName(is[field]).length < SHORT) return kept >= REVISED ? each : undefined;
  const ranked = changed
    .map((other, i) => ({ other, share: likeness(text, texts[i] as Compared) }))
    .sort((one, two) => two.share - one.share);
  const [best, next] = ranked;
  if (!best || best.share < REVISED) return undefined;
  if (best.other === each || kept >= best.share - CLEARLY) return each;
  // Two that are as likely leave open which it is.
  return next && next.share >= best.share - CLEARLY ? undefined : best.other;
}
