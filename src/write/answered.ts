import type { RollUp } from '../model/roll-up.js';
import type { Answer } from '../model/sheet.js';
import type { TaskBook } from '../model/taskbook.js';
import { isStanding, mayBeIn } from '../units/index.js';

/** What units answered of a body of which they may be members. */
export interface AnsweredGroup {
  readonly name: string;
  /** By unit; of two answers of one the later. */
  readonly said: ReadonlyMap<string, { readonly answer: Answer; readonly note: string }>;
  /** Units that may be members and have not answered. */
  readonly silent: readonly string[];
  /** Whether all that may be members have answered with 是 or 否. */
  readonly isWhole: boolean;
}

/** The bodies whose members nobody has listed and of which somebody has answered. */
export function answeredGroups(book: TaskBook, { answers }: Pick<RollUp, 'answers'>): AnsweredGroup[] {
  return book.groups.flatMap((group) => {
    const own = answers.filter(({ asked, task }) => asked === group.name && task === null);
    if (group.members !== null || !isStanding(group.name) || own.length === 0) return [];
    const said = new Map(own.map(({ unit, answer, note }) => [unit, { answer, note }]));
    const may = book.units.filter((unit) => mayBeIn(group, unit)).map(({ name }) => name);
    const silent = may.filter((name) => !said.has(name));
    const isSettled = Array.from(said.values()).every(({ answer }) => answer !== 'unsure');
    return [{ name: group.name, said, silent, isWhole: silent.length === 0 && isSettled }];
  });
}
