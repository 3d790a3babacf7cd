import type { Passage } from '../model/document.js';
import type { Notice } from '../model/notice.js';
import { textOf } from '../model/passage.js';
import type { Chapter, ColumnRole, Flag, Role, Task } from '../model/taskbook.js';
import type { Lexicon } from '../units/index.js';
import { type NamedGroup, readAssignments } from './assignments.js';
import type { MentionFinder } from './mentions.js';
import { linksOf } from './outline.js';
import { cellsOf, type FlagInPlace, type UnmergedRow } from './rows.js';

/** What a row is read with. */
export interface Context {
  readonly lexicon: Lexicon;
  readonly chapters: readonly Chapter[];
  readonly townshipsIn: MentionFinder;
  readonly placeOf: Notice['placeOf'];
}

export interface ReadRow {
  /** Its id and position are the table's to give. */
  readonly task: Omit<Task, 'id' | 'table' | 'row'>;
  /** The groups it names. */
  readonly groups: readonly NamedGroup[];
  readonly flags: readonly FlagInPlace[];
}

/** Flags about a lead that no cell names; void where another cell of the row says who leads. */
const LEAD_FLAGS: ReadonlySet<Flag> = new Set(['lead-inherited', 'lead-missing']);

/** Reads one row as a task. */
export function taskOf(row: UnmergedRow, { lexicon, chapters, townshipsIn, placeOf }: Context): ReadRow {
  const own = (role: ColumnRole) => cellsOf(row.row, role).map(({ passage }) => passage);
  const read = (passages: readonly Passage[], role: Role, inherited: boolean) =>
    passages.map((passage) => readAssignments(passage, role, inherited, lexicon, placeOf));

  const responsible = read(own('responsible'), 'responsible', false);
  const leadSaid = responsible.some(({ assignments }) => assignments.some(({ role }) => role === 'lead'));
  const lead = leadSaid && row.lead.inherited ? [] : read(row.lead.passages, 'lead', row.lead.inherited);
  const flags = row.flags.filter(({ flag }) => !(leadSaid && LEAD_FLAGS.has(flag)));

  // A cell may say who leads whatever its column says: 某局牵头，某委配合.
  const cells = [...lead, ...responsible];
  const inRole = (role: Role) =>
    cells.flatMap(({ assignments }) => assignments.filter((each) => each.role === role));
  const name = textOf(row.name.passages);
  const goal = textOf(own('goal'));
  return {
    task: {
      number: textOf(own('number')),
      name,
      goal,
      lead: inRole('lead'),
      responsible: inRole('responsible'),
      remark: textOf(own('remark')),
      places: Array.from(new Set(townshipsIn(goal).map(({ unit }) => unit))),
      extra: cellsOf(row.row, 'other')
        .filter(({ passage }) => passage.text !== '')
        .map(({ column, passage }) => ({ header: column.header, text: passage.text })),
      cells: row.row.cells.map(({ passage }) => passage.text),
      measures: linksOf(name, chapters),
      flags: flags.map(({ flag }) => flag),
      at: row.row.at,
    },
    groups: cells.flatMap((cell) => cell.groups),
    flags,
  };
}
