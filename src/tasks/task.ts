import type { RuledClause } from '../clauses/index.js';
import { withYearEnd } from '../demands/index.js';
import { nameOf } from '../model/book.js';
import type { ColumnRole } from '../model/column-role.js';
import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { PlacedColumn, TableShapeName } from '../model/notice.js';
import { joinPassages, type Passage, slicePassage } from '../model/passage.js';
import type { Place } from '../model/place.js';
import type { Flag, Role, Task } from '../model/taskbook.js';
import {
  type AlignedCell,
  cellsOf,
  contentOf,
  type FlagInPlace,
  filled,
  type UnmergedRow,
} from '../tables/index.js';
import type { Lexicon } from '../units/index.js';
import { roleOf } from '../words/columns.js';
import { HELPING_HEADER, TO_LEAD, WHO_LABEL } from '../words/role-words.js';
import { isPart } from '../words/roles.js';
import {
  type NamedGroup,
  type ReadCell,
  readAdded,
  readAssignments,
  readClause,
  shareOut,
} from './assignments.js';
import { fieldsIn, firstSentence, goalIn, isNothing, namedGoal, personName, withoutPeople } from './cells.js';
import { type DemandReader, deadlinesOf, demandsIn, joinDemands, type ReadDemands } from './demands.js';
import { type Marks, markedUnits, namedMarks } from './marks.js';
import type { DefaultRule, NoteRule } from './notes.js';

/** What a row is read with. */
export interface Context extends DemandReader {
  readonly lexicon: Lexicon;
  /** The notice's own words that the first of the units responsible leads. */
  readonly leadRule: string | undefined;
}

export interface ReadRow {
  /** Its id and position are the table's to give. */
  readonly task: Omit<Task, 'id' | 'table' | 'row'>;
  /** The groups it names. */
  readonly groups: readonly NamedGroup[];
  readonly flags: readonly FlagInPlace[];
  /** What was noticed in what it asks for. */
  readonly noticed: readonly Diagnostic[];
}

/** What is known of a table whose rows are read. */
export interface TableContext extends Context {
  readonly shape: TableShapeName;
  readonly marks: Marks;
  /** The unit whose tasks all rows are, and its part. */
  readonly unit?: { readonly passage: Passage; readonly role: Role } | undefined;
  /** What the table is about, where its rows have no names of their own. */
  readonly title?: Passage | undefined;
  /** Whether one column says both what a task is called and what is to be done. */
  readonly isNamedInGoal: boolean;
  /** Whether one column alone says what is to be done. */
  readonly saysWhatOnce: boolean;
  /** The columns of units that name people in brackets. */
  readonly ofPeople: ReadonlySet<PlacedColumn>;
  /** What notes say of who does which rows. */
  readonly notes: readonly NoteRule[];
  /** Who leads all rows, as the table's title says: 专班（牵头单位：县商务局）. */
  readonly caption?: Passage | undefined;
  /** The numbers of rows for which the rule that the first unit leads does not hold. */
  readonly notByOrder: readonly string[];
  /** The part of a unit that heads a section as 责任单位. */
  readonly sectionRole: Role;
  /** What notes say of who does what cells leave open. */
  readonly defaults: readonly DefaultRule[];
}

/** Reads one row as a task. */
export function taskOf(row: UnmergedRow, context: TableContext): ReadRow {
  const { townshipsIn } = context;
  const own = (role: ColumnRole) => filled(cellsOf(row.row, role));
  const text = (role: ColumnRole) => joinPassages(own(role), row.row.at);
  const number = text('number').text;
  const { cells, people, rules } = whoIn(row, number, context);
  const leadSaid = cells.some(
    ({ column, assignments }) => column !== 'lead' && assignments.some(({ role }) => role === 'lead'),
  );
  const read = cells.filter(({ column }) => !(column === 'lead' && leadSaid && row.lead.inherited));
  const leadRule = context.notByOrder.includes(plainNumber(number)) ? undefined : context.leadRule;
  const shared = shareOut(withoutLifted(read), leadRule, row.row.at);
  const { name, goal } = whatIn(row, context);
  const asked = [
    demandsIn(goal, name.text, context),
    // A name that stands for several rows asks nothing of each.
    ...(row.name.inherited || goal.text.includes(name.text)
      ? []
      : [demandsOfName(name, name.text, goal, context)]),
  ];
  const schedule = fieldsIn(row.row, 'schedule');
  const hasTimes =
    schedule.length > 0 ||
    cellsOf(row.row, 'other').some(({ passage }) => contentOf([passage.text]) === 'times');
  const { demands, diagnostics: noticed } = withDeadlines(
    asked,
    own('deadline'),
    context,
    hasTimes ? undefined : row.row.at,
  );
  const leads = leadSaid || shared.flags.length > 0 || shared.lead.length > 0;
  const flags = [...row.flags.filter(({ flag }) => !(leads && isVoid(flag, row, leadSaid))), ...shared.flags];
  const ofUnits = fieldsIn(row.row, 'unit');
  // What each unit has to reach, and in which measure.
  const byFigures = ofUnits.some(({ text: each }) => /\d/.test(each))
    ? [...fieldsIn(row.row, 'counted-in'), ...ofUnits]
    : [];
  return {
    task: {
      number,
      name: name.text,
      nameAt: name.at,
      goal: goal.text,
      goalAt: goal.at,
      lead: shared.lead,
      responsible: shared.responsible,
      supervising: shared.supervising,
      people,
      steps: text('step').text,
      schedule,
      money: fieldsIn(row.row, 'money'),
      scoring: fieldsIn(row.row, 'weight', 'scoring'),
      remark: text('remark').text,
      deadline: text('deadline').text,
      section: (row.row.section?.text ?? '').replaceAll('\n', ' '),
      places: Array.from(new Set(townshipsIn(goal.text).map(({ unit }) => unit))),
      ...demands,
      extra: [
        ...fieldsIn(row.row, 'category', 'other').filter(({ text: each }) => each !== name.text),
        ...widerNames(row).map(({ column, passage }) => ({ header: column.header, text: passage.text })),
        ...fieldsBeside(row),
        ...byFigures,
      ],
      cells: printedCells(row.row),
      measures: [],
      flags: flags.map(({ flag }) => flag),
      at: row.row.at,
    },
    groups: shared.groups,
    flags,
    noticed: [
      ...rules.map(({ note, units }) => diagnose('lead-by-note', { note: note.text, row: number }, units.at)),
      ...noticed,
    ],
  };
}

function isVoid(flag: Flag, { lead }: UnmergedRow, leadSaid: boolean): boolean {
  if (flag === 'lead-blank') return true;
  return flag === 'lead-inherited' && (leadSaid || !lead.inherited);
}

/** 评分部门 beside 责任部门: those whom only the cells tell to be units are given as they are printed, too. */
function fieldsBeside({ row }: UnmergedRow): { header: string; text: string }[] {
  const others = row.cells.filter(({ column }) => isPart(column.role) && !column.inferred);
  if (others.length === 0) return [];
  return row.cells
    .filter(({ column, passage }) => column.inferred === 'units' && passage.text !== '')
    .map(({ column, passage }) => ({ header: column.header, text: passage.text }));
}

/** What a row is called and what is to be done. */
function whatIn(
  row: UnmergedRow,
  { shape, title, isNamedInGoal, saysWhatOnce, lines }: TableContext,
): { name: Passage; goal: Passage } {
  const goal = goalIn(row.row, shape === 'units-as-rows', lines);
  const wider = filled(cellsOf(row.row, 'category')).slice(-1);
  const passages = row.name.passages.length > 0 ? narrowest(row) : wider;
  const name = passages.length === 0 && title ? title : joinPassages(passages, row.row.at);
  const both = isNamedInGoal && namedGoal(row.name.passages.length === 0 ? goal : name, lines);
  if (both) return both;
  if (!saysWhatOnce) return { name, goal };
  // One column says it all, whatever heads it: its first sentence is what the row is called.
  const [whole, nothing] = name.text === '' ? [goal, name] : [name, goal];
  return nothing.text === ''
    ? (firstSentence(whole, lines) ?? { name: whole, goal: nothing })
    : { name, goal };
}

/** What stands before the name in a name column that is divided in the row. */
function widerNames({ row }: UnmergedRow): readonly AlignedCell[] {
  const cells = cellsOf(row, 'name').filter(({ passage }) => passage.text !== '');
  return cells.every(({ column }) => column === cells[0]?.column) ? cells.slice(0, -1) : [];
}

/** The names of a row; of a name column that is divided in it, 教育 over 新建幼儿园2所, the narrower one. */
function narrowest({ row, name }: UnmergedRow): readonly Passage[] {
  const cells = cellsOf(row, 'name').filter(({ passage }) => passage.text !== '');
  const isDivided = cells.length > 1 && cells.every(({ column }) => column === cells[0]?.column);
  return isDivided ? [(cells.at(-1) as AlignedCell).passage] : name.passages;
}

type WhoCell = ReadCell & { readonly column: ColumnRole };

/** Whom a row names, cell by cell, with the people in them. */
function whoIn(row: UnmergedRow, number: string, context: TableContext) {
  const { lexicon, lines, marks, unit, notes, defaults } = context;
  const people: Task['people'] = [];
  const above = new Set(row.row.cells.filter(({ merged }) => merged).map(({ passage }) => passage));
  const byMark = namedMarks(marks);
  const readUnder = (
    column: PlacedColumn | undefined,
    passage: Passage,
    role: Role,
    inherited: boolean,
  ): WhoCell => {
    const ofPeople = column !== undefined && context.ofPeople.has(column);
    const { units, people: found } = withoutPeople(
      passage,
      { header: column?.header ?? '', ofPeople },
      lines,
    );
    people.push(...found);
    const says = { role, inherited, said: column && saidBy(column), marks: byMark };
    const read = units.map((each) => readAssignments(each, says, lexicon, lines));
    return {
      column: role,
      assignments: read.flatMap(({ assignments }) => assignments),
      groups: read.flatMap(({ groups }) => groups),
    };
  };
  const columnOf = (passage: Passage, role: ColumnRole) =>
    row.row.cells.find((cell) => cell.passage === passage && cell.column.role === role)?.column;
  const under = (role: Role) =>
    filled(cellsOf(row.row, role))
      .filter(({ text }) => !isNothing(text))
      .map((passage) => readUnder(columnOf(passage, role), passage, role, above.has(passage)));
  const lead = row.lead.passages
    .filter(({ text }) => !isNothing(text))
    .map((passage) => readUnder(columnOf(passage, 'lead'), passage, 'lead', row.lead.inherited));
  const marked = markedUnits(row.row, marks).map(({ unit: head, role, said }): WhoCell => {
    const read = readAssignments(head, { role, inherited: false, said }, lexicon, lines);
    return { ...read, column: 'unit' };
  });
  // A row above it in the table may name another unit for those below it.
  const ofAll = sectionWho(row.row.section, context) ? undefined : unit;
  const whole = ofAll ? [readUnder(undefined, ofAll.passage, ofAll.role, false)] : [];
  const ofRow = notes.filter(({ numbers }) => numbers?.includes(plainNumber(number)));
  const saysWho = ({ units }: NoteRule) => WHO_SAYS.test(units.text) || units.text.includes('负责');
  const decides = ofRow.some(saysWho);
  // What is said of one row goes before what is said of all.
  const ofEach = notes.filter((rule) => rule.numbers === undefined && !(decides && saysWho(rule)));
  const rules = [...ofRow, ...ofEach];
  // A note on blank cells knows that they are no merged ones.
  const isBlank =
    row.flags.some(({ flag }) => flag === 'lead-inherited') && defaults.some(({ open }) => open === 'lead');
  const own = (decides && row.lead.inherited) || isBlank ? [] : lead;
  const named = [...own, ...whole, ...marked, ...under('responsible')];
  const byDefault =
    decides || ofEach.some(saysWho) ? undefined : defaults.find(({ open }) => isOpen(named, open));
  const said = byDefault ? [...rules, byDefault] : rules;
  const noted = said.map(({ units }) => ({
    ...readNote(units, context),
    column: 'other' as const,
  }));
  const leads = [...noted, ...named].some(({ assignments }) =>
    assignments.some(({ role }) => role === 'lead'),
  );
  const section = sectionWho(row.row.section, context) ?? sectionWho(context.caption, context);
  const ofSection =
    section && !(leads && section.role === 'lead')
      ? [readUnder(undefined, section.units, section.role, true)]
      : [];
  for (const { column, passage } of row.row.cells) {
    if (column.role !== 'person' || passage.text === '') continue;
    people.push({ role: column.header.replace(/\s/g, ''), name: personName(passage.text), at: passage.at });
  }
  return {
    cells: [...noted, ...ofSection, ...named, ...under('supervising')],
    people,
    rules: said,
  };
}

const HELPING = new RegExp(HELPING_HEADER);

/** What a header says of a part where it says more than 牵头 and 责任: 配合单位, 实施主体, 监督单位. */
function saidBy({ header, role }: PlacedColumn): string | undefined {
  return role === 'supervising' || HELPING.test(header) ? header.replace(/\s/g, '') : undefined;
}

/** A row's number as notes give it. */
function plainNumber(number: string): string {
  return number.normalize('NFKC').trim();
}

const WHO_SAYS = new RegExp(TO_LEAD);

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

const LABELLED = new RegExp(`(?<label>${WHO_LABEL})[：:]\\s*(?<units>[^）)]+)`, 'd');

/**
 * Who does a part of a table, as the row that heads it says: （一）综合类，牵头单位：县发改局. 责任单位 lead where the
 * table has a column for those who help.
 */
function sectionWho(
  section: Passage | undefined,
  { lines, sectionRole }: TableContext,
): { readonly units: Passage; readonly role: Role } | undefined {
  const found = section && LABELLED.exec(section.text);
  const [start, end] = found?.indices?.groups?.['units'] ?? [0, 0];
  if (!section || !found || end === start) return undefined;
  const role = roleOf(found.groups?.['label'] ?? '') === 'lead' ? 'lead' : sectionRole;
  return { units: slicePassage(section, start, end, lines), role };
}

/** A unit that is printed once has one part: who leads by a mark or a note is not responsible, too. */
function withoutLifted(all: readonly WhoCell[]): WhoCell[] {
  const printed = new Set(
    all.flatMap(({ column, assignments }) => (column === 'other' ? [] : assignments.map(nameOf))),
  );
  const leading = new Set(
    all.flatMap(({ column, assignments }) =>
      column === 'other' ? [] : assignments.filter(({ role }) => role === 'lead').map(nameOf),
    ),
  );
  const cells = all.map((cell) =>
    cell.column === 'other'
      ? {
          ...cell,
          assignments: cell.assignments.filter((each) =>
            each.role === 'lead' ? !leading.has(nameOf(each)) : !printed.has(nameOf(each)),
          ),
        }
      : cell,
  );
  const lifted = new Set(
    cells
      .filter(({ column }) => column === 'other')
      .flatMap(({ assignments }) =>
        assignments.filter(({ role }) => role === 'lead').flatMap((each) => nameOf(each) ?? []),
      ),
  );
  if (lifted.size === 0) return cells;
  return cells.map((cell) =>
    cell.column === 'other'
      ? cell
      : {
          ...cell,
          assignments: cell.assignments.filter(
            (each) => each.role === 'lead' || !lifted.has(nameOf(each) ?? ''),
          ),
        },
  );
}

/** Reads a clause as a task; who does not lead in it is responsible. */
export function clauseTask(
  { number, name, named, goal, covers, units, people, deadline, measures, leadRule, added }: RuledClause,
  context: Context,
): ReadRow {
  const { lexicon, townshipsIn, lines } = context;
  const said = (units[0] ?? goal).at;
  const { cells, unread } = readClause(units, lexicon, lines);
  const {
    lead,
    responsible: own,
    supervising,
    groups: ownGroups,
    flags: shared,
  } = shareOut(cells, leadRule, said);
  const more = readAdded(added, cells, lexicon, lines);
  const responsible = [...own, ...more.assignments];
  const groups = [...ownGroups, ...more.groups];
  const asked = [
    demandsIn(goal, name, context),
    ...named
      .filter(({ text }) => !goal.text.includes(text))
      .map((each) => demandsOfName(each, name, goal, context)),
  ];
  const { demands, diagnostics: noticed } = withDeadlines(asked, deadline ? [deadline] : [], context, said);
  const byRule = more.assignments[0];
  const flags: FlagInPlace[] = [
    ...(lead.length > 0 ? shared : [{ flag: 'lead-blank' as const, at: said }]),
    ...(byRule ? [{ flag: 'by-rule' as const, at: byRule.at }] : []),
  ];
  return {
    task: {
      number,
      name,
      nameAt: joinPassages(named, said).at,
      goal: goal.text,
      goalAt: goal.at,
      lead,
      responsible,
      supervising,
      people: people.map(({ role, name: { text, at } }) => ({ role: role.text, name: text, at })),
      steps: '',
      schedule: [],
      money: [],
      scoring: [],
      remark: '',
      deadline: deadline?.text ?? '',
      section: '',
      places: Array.from(new Set(townshipsIn(goal.text).map(({ unit }) => unit))),
      ...demands,
      extra: [],
      cells: [...covers],
      measures: measures.map((measure) => ({
        measure,
        reason: 'stands-in',
        evidence: [...covers],
      })),
      flags: flags.map(({ flag }) => flag),
      at: covers[0]?.at ?? said,
    },
    groups,
    flags,
    noticed: [
      ...unread.map(({ text: words, at }) => diagnose('words-unread', { text: words }, at)),
      ...noticed,
    ],
  };
}

/** What a name asks for besides its goal; where there is a goal, that says what must come out. */
function demandsOfName(passage: Passage, name: string, goal: Passage, context: Context): ReadDemands {
  const read = demandsIn(passage, name, context);
  return goal.text === '' ? read : { ...read, demands: { ...read.demands, deliverables: [] } };
}

/**
 * Joins what a task's texts ask for with what its column of deadlines says. Where nothing says by when,
 * it is the last day of the year that the notice plans for, and flagged as inferred.
 *
 * @param at the place of the duty; nothing where another column says times
 */
function withDeadlines(
  asked: readonly ReadDemands[],
  column: readonly Passage[],
  context: Context,
  at: Place | undefined,
): ReadDemands {
  const said = deadlinesOf(column, context);
  const demands = joinDemands([said.demands, ...asked.map((each) => each.demands)]);
  const diagnostics = [...said.diagnostics, ...asked.flatMap((each) => each.diagnostics)];
  // What the column says is of the whole task, 长期 too, and even if it cannot be read.
  if (column.length > 0 || at === undefined) return { demands, diagnostics };
  return {
    demands: { ...demands, deadlines: withYearEnd(demands.deadlines, context.year, at) },
    diagnostics,
  };
}

/** What is printed under each column; a merged cell is printed once. */
function printedCells({ cells, at }: UnmergedRow['row']): Passage[] {
  const byColumn = new Map(cells.map(({ column }) => [column, [] as Passage[]]));
  for (const { column, passage, merged } of cells) if (!merged) byColumn.get(column)?.push(passage);
  return Array.from(byColumn.values(), (printed) =>
    joinPassages(
      printed.filter(({ text }) => text !== ''),
      printed[0]?.at ?? at,
    ),
  );
}
