import { addTo } from '../model/grouping.js';
import type { Registry } from '../model/registry.js';
import type { AnsweredQuestion, RollUp } from '../model/roll-up.js';
import type { TaskBook } from '../model/taskbook.js';
import { ANSWER_WORDS } from '../sheets/index.js';
import { unresolved } from '../tasks/index.js';
import type { RegistryKept } from '../units/index.js';
import { answeredGroups } from './answered.js';
import { answerWords, LEARNED } from './learned.js';
import { unresolvedWords } from './template.js';

/** What goes on from the registry that was there: what people wrote for themselves, and where members are from. */
interface KeptInDraft extends Pick<RegistryKept, 'notes' | 'columns'> {
  readonly sources: ReadonlyMap<string, string>;
}

/** Where there is none yet. */
const NONE: KeptInDraft = { notes: new Map(), columns: [], sources: new Map() };

/** An answer in 说明: it is written anew. */
const ANSWER_NOTE = new RegExp(`：答“(?:${Object.values(ANSWER_WORDS).join('|')})”`);

/** A registry for somebody to look over and complete. */
export interface RegistryDraft {
  readonly registry: Registry;
  /** Members that are ticked in groups of which nobody has said that they are all. */
  readonly ticks?: ReadonlyMap<string, readonly string[]>;
  /** What is told of a unit beside its row. */
  readonly notes?: ReadonlyMap<string, string>;
  /** Units that are to be looked at first: no registry has them. */
  readonly strangers?: ReadonlySet<string>;
  /** What was answered of groups and tasks. */
  readonly answers?: readonly AnsweredQuestion[];
  /** Columns of people's own, by unit. */
  readonly columns?: RegistryKept['columns'];
}

/**
 * All units of a notice and the groups whose members only people know, as far as a registry, or what units have answered,
 * says who they are.
 *
 * @param kept what people wrote for themselves into the registry that was there
 */
export function registryDraft(
  book: TaskBook,
  { answers = [] }: Partial<Pick<RollUp, 'answers'>> = {},
  kept: KeptInDraft = NONE,
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
      const source = kept.sources.get(name);
      if (!group) return { name, members, ...(source !== undefined && { source }) };
      const yes = Array.from(group.said).flatMap(([unit, { answer }]) => (answer === 'yes' ? [unit] : []));
      if (!group.isWhole) ticks.set(name, yes);
      return { name, members: group.isWhole ? yes : null, ...(group.isWhole && { source: LEARNED }) };
    });
  const last = new Map(answers.map((each) => [JSON.stringify([each.unit, each.asked, each.task]), each]));
  for (const { unit, asked, task, answer, note } of last.values())
    if (task === null && (answer !== 'yes' || note !== ''))
      addTo(notes, unit, `${asked}：${answerWords(answer, note)}`);
  for (const [name, text] of kept.notes)
    for (const line of text.split('\n'))
      if (!ANSWER_NOTE.test(line) && !notes.get(name)?.includes(line)) addTo(notes, name, line);
  return {
    registry: { ...(book.district && { district: book.district }), units: book.units, groups },
    ticks,
    notes: new Map(Array.from(notes, ([name, all]) => [name, all.join('\n')])),
    strangers: new Set(book.unlisted),
    answers,
    columns: kept.columns,
  };
}
