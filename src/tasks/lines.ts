import type { LeadRule } from '../clauses/index.js';
import { whoOf } from '../model/book.js';
import { daysOf, isInferred, isReckoned } from '../model/deadlines.js';
import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { PlacedColumn } from '../model/notice.js';
import type { Place } from '../model/place.js';
import type { Registry, Unit } from '../model/registry.js';
import type { Group, Task, TaskBook } from '../model/taskbook.js';
import { type AlignedRow, contentOf, type UnmergedRow } from '../tables/index.js';
import { isStrangeName, isUnitList, type Lexicon, nearestNames } from '../units/index.js';
import { isWhere } from '../words/columns.js';
import { isPeople } from '../words/people.js';
import { firstPlaces } from './assignments.js';
import type { ReadRow } from './reading.js';
import { nearNames } from './unresolved.js';

/** A line for every flag of a row. */
export function flagLines(
  row: UnmergedRow['row'] | undefined,
  { task, flags }: ReadRow,
  leadRule: LeadRule | undefined,
): Diagnostic[] {
  const lineOf = ({ flag, at }: ReadRow['flags'][number]): Diagnostic => {
    switch (flag) {
      case 'name-inherited':
        return diagnose(flag, { name: task.name }, at);
      case 'lead-inherited':
        return diagnose(flag, { leads: task.lead.map(({ text }) => text) }, at);
      case 'cell-missing':
        return diagnose(flag, { column: row?.cells.find(({ missing }) => missing)?.column.header ?? '' }, at);
      case 'lead-by-order':
        return diagnose(
          flag,
          { lead: task.lead.map(({ text }) => text).join('、'), rule: leadRule?.text ?? '' },
          at,
        );
      case 'members-by-place':
        throw new Error('told by withMembersByPlace');
      default:
        return diagnose(flag, undefined, at);
    }
  };
  // Where no column is of who leads, it is told once: see `unledLine`.
  const hasCell = row?.cells.some(({ column }) => column.role === 'lead') ?? false;
  const isTold = ({ flag }: ReadRow['flags'][number]) =>
    !(flag === 'lead-blank' && !hasCell && task.responsible.length > 0);
  return flags.filter(isTold).map(lineOf);
}

/** A line for all clauses, or rows of a table without 牵头单位, that say who has to do something and not who of them leads. */
export function unledLine(rows: readonly ReadRow[]): Diagnostic[] {
  const unled = rows.filter(
    ({ task, flags }) => task.responsible.length > 0 && flags.some(({ flag }) => flag === 'lead-blank'),
  );
  const [first] = unled;
  return first ? [diagnose('lead-unsaid', { count: unled.length }, first.task.at)] : [];
}

/** A line for all tasks of which the notice does not say by when, and one for all days that are reckoned. */
export function deadlineLines(
  tasks: readonly Pick<Task, 'deadlines'>[],
  issued: string | null,
  at: Place,
): Diagnostic[] {
  const inferred = tasks.flatMap(({ deadlines }) => deadlines.filter(isInferred));
  const reckoned = tasks.flatMap(({ deadlines }) => deadlines.filter(isReckoned));
  const by = inferred[0] && daysOf(inferred[0]).by;
  const [{ text } = { text: '' }] = reckoned;
  return [
    ...(by === undefined ? [] : [diagnose('deadline-inferred', { count: inferred.length, by }, at)]),
    ...(reckoned.length === 0
      ? []
      : [diagnose('deadline-reckoned', { count: reckoned.length, text, issued: issued ?? '' }, at)]),
  ];
}

/**
 * A line for every name that is nearly another, that the registry does not have, or that no unit would have, and for
 * every group nobody knows.
 */
export function nameLines(
  book: Pick<TaskBook, 'notice' | 'tasks'> & { readonly groups: readonly Group[] },
  strangers: readonly Unit[],
  lexicon: Lexicon,
  registry: Registry | undefined,
): Diagnostic[] {
  const { tasks, groups } = book;
  const first = firstPlaces(tasks.flatMap(whoOf));
  const known = registry?.units?.map(({ name }) => name) ?? [];
  const near = nearNames(book, strangers, lexicon);
  const isOdd = ({ name }: Unit) => isStrangeName(name, lexicon);
  const others = strangers.filter(({ name }) => !near.has(name));
  const odd = others.filter(isOdd);
  const unlisted = registry ? others.filter((unit) => !isOdd(unit)) : [];
  const unknown = registry ? groups.filter(({ members }) => members === null) : [];
  return [
    ...Array.from(near, ([name, nearest]) =>
      diagnose(
        'unit-near',
        { name, nearest, nearestAt: first.get(nearest[0] ?? '') ?? null },
        first.get(name),
      ),
    ),
    ...odd.map(({ name }) => diagnose('unit-odd', { name }, first.get(name))),
    ...unlisted.map(({ name }) =>
      diagnose('unit-unlisted', { name, nearest: nearestNames(name, known) }, first.get(name)),
    ),
    ...unknown.map(({ name }) => diagnose('members-unknown', { group: name }, first.get(name))),
  ];
}

/** A line for every column whose cells are units though its header does not say what they have to do. */
export function columnLines(
  columns: readonly PlacedColumn[],
  rows: readonly AlignedRow[],
  lexicon: Lexicon,
): Diagnostic[] {
  return columns
    .filter(({ role }) => role === 'other')
    .flatMap((column) => {
      const cells = rows.flatMap((row) => row.cells.filter((cell) => cell.column === column && !cell.merged));
      const filled = cells.filter(({ passage }) => passage.text !== '');
      // √ and 何秀兰 look like no unit's name, and where something is done says nobody's part.
      const mayBe =
        !isWhere(column.header) && contentOf(filled.map(({ passage }) => passage.text)) !== 'marks';
      const units = filled.filter(
        ({ passage: { text } }) => mayBe && isUnitList(text, lexicon) && !isPeople(text),
      );
      const header = column.header || '空';
      const [first] = units;
      if (first && units.length * 2 > filled.length) {
        return [diagnose('column-of-units', { header }, first.passage.at)];
      }
      const [other] = filled;
      return other ? [diagnose('column-other', { header }, other.passage.at)] : [];
    });
}
