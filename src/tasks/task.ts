import type { Passage, Place } from '../model/document.js';
import type { Notice } from '../model/notice.js';
import { textOf } from '../model/passage.js';
import type { Assignment, Chapter, ColumnRole, Flag, Role, Task } from '../model/taskbook.js';
import type { Lexicon } from '../units/index.js';
import type { AlignedCell } from './align.js';
import { type NamedGroup, readAssignments } from './assignments.js';
import type { Clause } from './clauses.js';
import type { MentionFinder } from './mentions.js';
import { linksOf } from './outline.js';
import { cellsOf, type FlagInPlace, filled, type UnmergedRow } from './rows.js';

/** What a row is read with. */
export interface Context {
  readonly lexicon: Lexicon;
  readonly chapters: readonly Chapter[];
  readonly townshipsIn: MentionFinder;
  readonly placeOf: Notice['placeOf'];
  /** The notice's own words that the first of the units responsible leads. */
  readonly leadRule: string | undefined;
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
export function taskOf(row: UnmergedRow, context: Context): ReadRow {
  const { lexicon, chapters, townshipsIn, placeOf } = context;
  const own = (role: ColumnRole) => filled(cellsOf(row.row, role));
  const read = (passages: readonly Passage[], role: Role, inherited: (passage: Passage) => boolean) =>
    passages.map((passage) => readAssignments(passage, role, inherited(passage), lexicon, placeOf));

  const above = new Set(row.row.cells.filter(({ merged }) => merged).map(({ passage }) => passage));
  const responsible = read(own('responsible'), 'responsible', (passage) => above.has(passage));
  const leadSaid = responsible.some(({ assignments }) => assignments.some(({ role }) => role === 'lead'));
  const lead =
    leadSaid && row.lead.inherited ? [] : read(row.lead.passages, 'lead', () => row.lead.inherited);
  const shared = shareOut([...lead, ...responsible], context.leadRule, row.row.at);
  const name = textOf(row.name.passages);
  const goal = textOf(own('goal'));
  const flags = [
    ...row.flags.filter(({ flag }) => !((leadSaid || shared.flags.length > 0) && LEAD_FLAGS.has(flag))),
    ...shared.flags,
  ];
  return {
    task: {
      number: textOf(own('number')),
      name,
      goal,
      lead: shared.lead,
      responsible: shared.responsible,
      remark: textOf(own('remark')),
      deadline: textOf(own('deadline')),
      section: row.row.section?.text ?? '',
      places: Array.from(new Set(townshipsIn(goal).map(({ unit }) => unit))),
      extra: cellsOf(row.row, 'other')
        .filter(({ passage }) => passage.text !== '')
        .map(({ column, passage }) => ({ header: column.header, text: passage.text })),
      cells: printedCells(row.row.cells),
      measures: linksOf(name, chapters),
      flags: flags.map(({ flag }) => flag),
      at: row.row.at,
    },
    groups: shared.groups,
    flags,
  };
}

/** Reads a clause as a task; who does not lead in it is responsible. */
export function clauseTask(
  { number, name, goal, covers, units, deadline, measures }: Clause,
  context: Context,
): ReadRow {
  const { lexicon, townshipsIn, placeOf, leadRule } = context;
  const said = units[0]?.at ?? '';
  const read = units.map((passage) => readAssignments(passage, 'responsible', false, lexicon, placeOf));
  const { lead, responsible, groups, flags: shared } = shareOut(read, leadRule, said);
  const flags: FlagInPlace[] = lead.length > 0 ? shared : [{ flag: 'lead-missing', at: said }];
  return {
    task: {
      number,
      name,
      goal,
      lead,
      responsible,
      remark: '',
      deadline,
      section: '',
      places: Array.from(new Set(townshipsIn(goal).map(({ unit }) => unit))),
      extra: [],
      cells: covers.map(({ text }) => text),
      measures: measures.map((measure) => ({ measure, reason: 'stands-in' })),
      flags: flags.map(({ flag }) => flag),
      at: covers[0]?.at ?? said,
    },
    groups,
    flags,
  };
}

interface Shared {
  readonly lead: Assignment[];
  readonly responsible: Assignment[];
  readonly groups: NamedGroup[];
  readonly flags: FlagInPlace[];
}

/** Who leads and who is responsible. A cell may say so whatever its column says: 某局牵头，某委配合. */
function shareOut(
  cells: readonly { readonly assignments: readonly Assignment[]; readonly groups: readonly NamedGroup[] }[],
  leadRule: string | undefined,
  at: Place,
): Shared {
  const inRole = (role: Role) =>
    cells.flatMap(({ assignments }) => assignments.filter((each) => each.role === role));
  const groups = cells.flatMap((cell) => cell.groups);
  const lead = inRole('lead');
  const [first, ...others] = inRole('responsible');
  if (leadRule === undefined || lead.length > 0 || first?.kind !== 'named') {
    return { lead, responsible: inRole('responsible'), groups, flags: [] };
  }
  return {
    lead: [{ ...first, role: 'lead' }],
    responsible: others,
    groups,
    flags: [{ flag: 'lead-by-order', at }],
  };
}

/** What is printed under each column; a merged cell is printed once. */
function printedCells(cells: readonly AlignedCell[]): string[] {
  const byColumn = new Map(cells.map(({ column }) => [column, [] as string[]]));
  for (const { column, passage, merged } of cells) {
    if (!merged && passage.text !== '') byColumn.get(column)?.push(passage.text);
  }
  return Array.from(byColumn.values(), (texts) => texts.join('\n'));
}
