// Who has to do what a row says: its cells, its section, the table's title, the notes to it.
import { nameOf } from '../model/book.js';
import type { ColumnRole } from '../model/column-role.js';
import type { PlacedColumn } from '../model/notice.js';
import { type Passage, slicePassage } from '../model/passage.js';
import type { LineStarts } from '../model/place.js';
import type { Assignment, Role, Task } from '../model/taskbook.js';
import {
  type AlignedRow,
  cellsOf,
  filled,
  isNothing,
  isSaidToLead,
  type UnmergedRow,
} from '../tables/index.js';
import { comparable, headsTwo } from '../words/columns.js';
import { HELPING_HEADER, TO_LEAD } from '../words/role-words.js';
import { isPart } from '../words/roles.js';
import { type ReadCell, readAssignments } from './assignments.js';
import { personName, withoutPeople } from './cells.js';
import { type LabelledUnits, labelledPeople, labelledUnits } from './labelled.js';
import { markedUnits, namedMarks } from './marks.js';
import { type NoteRule, partName } from './notes.js';
import type { TableContext } from './reading.js';

/** Those whom a cell, a title or a note names; `other` is a note. */
export type WhoCell = ReadCell & { readonly column: ColumnRole };

/** Whom a row names, cell by cell, with the people in them and the notes that say so. */
export function whoIn(row: UnmergedRow, number: string, context: TableContext) {
  const people: Task['people'] = [];
  const read = readerOf(row, people, context);
  const filledUnder = (role: Role) => filled(cellsOf(row.row, role)).filter(({ text }) => !isNothing(text));
  const above = new Set(row.row.cells.filter(({ merged }) => merged).map(({ passage }) => passage));
  const under = (role: Role) =>
    filledUnder(role).map((passage) => read(passage, role, { inherited: above.has(passage) }));
  // A row above it in the table may name another unit for those below it.
  const byRowAbove = unitsOfSection(row.row, context);
  const ofAll = byRowAbove ? undefined : context.unit;
  const { ofRow, ofEach } = notesOn(number, partsOf(row.row), context.notes);
  const decides = ofRow.some(saysWho);
  const cells = [
    ...(isLeadDecided(row, decides, context)
      ? []
      : row.lead.passages
          .filter(({ text }) => !isNothing(text))
          .map((passage) => read(passage, 'lead', { inherited: row.lead.inherited }))),
    ...(ofAll ? [read(ofAll.passage, ofAll.role, { inherited: false })] : []),
    ...markedIn(row, context),
    ...under('responsible'),
  ];
  const byDefault =
    decides || ofEach.some(saysWho) ? undefined : context.defaults.find(({ open }) => isOpen(cells, open));
  const rules = [...ofRow, ...ofEach, ...(byDefault ? [byDefault] : [])];
  const noted = rules.map(({ units }): WhoCell => {
    const cell = columnNoted(units, row);
    return {
      ...(cell ? read(cell, 'lead', { inherited: false }) : readNote(units, context)),
      column: 'other',
    };
  });
  const isLed = hasLead([...noted, ...cells]);
  const ofSection = (byRowAbove ?? context.captions)
    .filter(({ role }) => !(role === 'lead' && isLed))
    .map(({ units, role, said }) => read(units, role, { inherited: true, said }));
  for (const { role, name } of row.row.section ? labelledPeople(row.row.section, context.lines) : [])
    people.push({ role, name: personName(name.text), at: name.at });
  for (const { column, passage } of row.row.cells) {
    if (column.role !== 'person' || passage.text === '') continue;
    people.push({ role: column.header.replace(/\s/g, ''), name: personName(passage.text), at: passage.at });
  }
  return { cells: [...noted, ...ofSection, ...cells, ...under('supervising')], people, rules };
}

/** Whom the row that heads a part of the table names: behind labels, or by name alone. */
function unitsOfSection(
  { section, sectionUnit }: AlignedRow,
  { sectionRole, lines }: TableContext,
): readonly LabelledUnits[] | undefined {
  const labelled = section ? labelledUnits(section, sectionRole, lines) : [];
  if (labelled.length > 0) return labelled;
  return sectionUnit && [{ role: isSaidToLead(sectionUnit) ? 'lead' : sectionRole, units: sectionUnit }];
}

/** What is known of a passage that names units; `said` is the label before it. */
interface Says {
  readonly inherited: boolean;
  readonly said?: string | undefined;
}

/** Reads what a row says of one part; the people that it names go to `people`. */
function readerOf(row: UnmergedRow, people: Task['people'], context: TableContext) {
  const { lexicon, lines, byLook } = context;
  const marks = namedMarks(context.marks);
  return (passage: Passage, role: Role, { inherited, said }: Says): WhoCell => {
    const column = row.row.cells.find(
      (cell) => cell.passage === passage && cell.column.role === role,
    )?.column;
    const ofPeople = column !== undefined && context.ofPeople.has(column);
    const { units, people: found } = withoutPeople(
      passage,
      { header: column?.header ?? '', ofPeople },
      lines,
    );
    people.push(...found);
    const says = { role, inherited, said: said ?? (column && saidBy(column)), marks, byLook };
    const read = units.flatMap((each) => {
      const [first, ...others] = column && headsTwo(column.header) ? partsOfTwo(each, lines) : [];
      const isAlone = others.length === 0 && !/[、，,\s]/.test(first?.text.trim() ?? '');
      if (!first || (others.length === 0 && !isAlone)) return readAssignments(each, says, lexicon, lines);
      return [
        readAssignments(first, { ...says, role: 'lead' }, lexicon, lines),
        ...others.map((other) => readAssignments(other, says, lexicon, lines)),
      ];
    });
    return {
      column: role,
      assignments: read.flatMap(({ assignments }) => assignments),
      groups: read.flatMap(({ groups }) => groups),
    };
  };
}

/** 县供销社；县农业农村局、县国资中心 under 主办单位、协办单位: who leads, and the others. */
function partsOfTwo(cell: Passage, lines: LineStarts): Passage[] {
  return Array.from(cell.text.matchAll(/[^；;\n]+/g), ({ 0: part, index }) =>
    slicePassage(cell, index, index + part.length, lines),
  ).filter(({ text }) => text.trim() !== '');
}

/** The units that head the columns in which a row has a mark. */
function markedIn(row: UnmergedRow, { marks, lexicon, lines }: TableContext): WhoCell[] {
  return markedUnits(row.row, marks).map(({ unit: head, role, said }) => ({
    ...readAssignments(head, { role, inherited: false, said }, lexicon, lines),
    column: 'unit',
  }));
}

/** Whether others than the row's own cell say who leads: a note on the row, or one on cells that are left blank. */
function isLeadDecided(row: UnmergedRow, byNote: boolean, { defaults }: TableContext): boolean {
  return (
    (byNote && row.lead.inherited) ||
    // A note on blank cells knows that they are no merged ones.
    (row.flags.some(({ flag }) => flag === 'lead-inherited') && defaults.some(({ open }) => open === 'lead'))
  );
}

/** What notes say of a row, and of all; what is said of one row goes before what is said of all. */
function notesOn(number: string, parts: ReadonlySet<string>, notes: readonly NoteRule[]) {
  const ofRow = notes.filter(
    ({ numbers, part }) => numbers?.includes(plainNumber(number)) || (part !== undefined && parts.has(part)),
  );
  const decides = ofRow.some(saysWho);
  const ofEach = notes.filter((rule) => rule.numbers === undefined && !(decides && saysWho(rule)));
  return { ofRow, ofEach };
}

/** The parts of a table in which a row stands: its section, its categories. */
export function partsOf(row: AlignedRow): ReadonlySet<string> {
  const categories = filled(cellsOf(row, 'category'));
  return new Set([...(row.section ? [row.section] : []), ...categories].map(({ text }) => partName(text)));
}

const WHO_SAYS = new RegExp(TO_LEAD);

function saysWho({ units }: NoteRule): boolean {
  return WHO_SAYS.test(units.text) || units.text.includes('负责');
}

function hasLead(cells: readonly WhoCell[]): boolean {
  return cells.some(({ assignments }) => assignments.some(({ role }) => role === 'lead'));
}

const HELPING = new RegExp(HELPING_HEADER);

/** What a header says of a part where it says more than 牵头 and 责任: 配合单位, 实施主体, 监督单位. */
function saidBy({ header, role }: PlacedColumn): string | undefined {
  return role === 'supervising' || HELPING.test(header) ? header.replace(/\s/g, '') : undefined;
}

/** A row's number as notes give it. */
export function plainNumber(number: string): string {
  return number.normalize('NFKC').trim();
}

const LEADING = new RegExp(`^(.+?)(?:负责)?${TO_LEAD}$`);

/** What stands in a row under the column that a note says to lead: 第3项由项目单位牵头. */
function columnNoted({ text }: Passage, { row }: UnmergedRow): Passage | undefined {
  const header = LEADING.exec(comparable(text))?.[1];
  const cell = row.cells.find(
    ({ column, passage }) =>
      isPart(column.role) && comparable(column.header) === header && passage.text !== '',
  );
  return cell?.passage;
}

/** Whom a note names; who is not said to lead in it is responsible, one who 负责, too. */
function readNote(units: Passage, { lexicon, lines }: TableContext): ReadCell {
  const read = readAssignments(units, { role: 'lead', inherited: false }, lexicon, lines);
  if (WHO_SAYS.test(units.text)) return read;
  const assignments = read.assignments.map((each) =>
    each.role === 'supervising' ? each : { ...each, role: 'responsible' as const },
  );
  return { ...read, assignments };
}

/** Whether a row leaves a part open; that of those responsible where it names nobody at all. */
function isOpen(cells: readonly WhoCell[], part: Role): boolean {
  return !cells.some(({ assignments }) =>
    assignments.some(({ role }) => part === 'responsible' || role === part),
  );
}

/**
 * A unit that is printed once has one part: who leads by a mark or a note is not responsible, too, and a note adds
 * nobody whom a cell names.
 */
export function withoutLifted(all: readonly WhoCell[]): WhoCell[] {
  const cells = all.filter(({ column }) => column !== 'other').flatMap(({ assignments }) => assignments);
  const printed = new Set(cells.map(nameOf));
  const leading = new Set(cells.filter(({ role }) => role === 'lead').map(nameOf));
  const adds = (each: Assignment) => !(each.role === 'lead' ? leading : printed).has(nameOf(each));
  const notes = all.filter(({ column }) => column === 'other').flatMap(({ assignments }) => assignments);
  const lifted = new Set(
    notes.flatMap((each) => (each.role === 'lead' && adds(each) ? (nameOf(each) ?? []) : [])),
  );
  const stays = (each: Assignment) => each.role === 'lead' || !lifted.has(nameOf(each) ?? '');
  return all.map((cell) => ({
    ...cell,
    assignments: cell.assignments.filter(cell.column === 'other' ? adds : stays),
  }));
}
