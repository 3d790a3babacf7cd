import { addTo } from '../model/grouping.js';
import type { Registry } from '../model/registry.js';
import type { RollUp } from '../model/roll-up.js';
import type { TaskBook } from '../model/taskbook.js';
import { unresolved } from '../tasks/index.js';
import { answeredGroups } from './answered.js';
import { answerWords, LEARNED } from './learned.js';
import { unresolvedWords } from './template.js';

/** A registry for somebody to look over and complete. */
export interface RegistryDraft {
  readonly registry: Registry;
  /** Members that are ticked in groups of which nobody has said that they are all. */
  readonly ticks?: ReadonlyMap<string, readonly string[]>;
  /** What is told of a unit beside its row. */
  readonly notes?: ReadonlyMap<string, string>;
  /** Units that are to be looked at first: no registry has them. */
  readonly strangers?: ReadonlySet<string>;
}

/**
 * All units of a notice and the groups whose members only people know, as far as a registry, or what units have answered,
 * says who they are.
 */
export function registryDraft(
  book: TaskBook,
  { answers = [] }: Partial<Pick<RollUp, 'answers'>> = {},
): RegistryDraft {
  const answered = new Map(answeredGroups(book, { answers }).map((group) => [group.name, group]));
  const notes = new Map<string, string[]>();
  const open = unresolved(book);
  for (const each of open.filter(({ why }) => why !== 'members-unknown'))
    addTo(notes, each.name, unresolvedWords(each));
  const ticks = new Map<string, readonly string[]>();
  const groups = book.groups
    .filter(({ every }) => !every)
    .map(({ name, members }) => {
      const group = answered.get(name);
      if (!group) return { name, members };
      const yes = Array.from(group.said).flatMap(([unit, { answer }]) => (answer === 'yes' ? [unit] : []));
      for (const [unit, { answer, note }] of group.said)
        if (answer !== 'yes' || note !== '') addTo(notes, unit, `${name}：${answerWords(answer, note)}`);
      if (!group.isWhole) ticks.set(name, yes);
      return { name, members: group.isWhole ? yes : null, source: LEARNED };
    });
  return {
    registry: { ...(book.district && { district: book.district }), units: book.units, groups },
    ticks,
    notes: new Map(Array.from(notes, ([name, all]) => [name, all.join('\n')])),
    strangers: new Set(book.unlisted),
  };
}
