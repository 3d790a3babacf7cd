import type { RuledClause } from '../clauses/index.js';
import { withYearEnd } from '../demands/index.js';

import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';

import { joinPassages, type Passage } from '../model/passage.js';
import type { Place } from '../model/place.js';
import type { ColumnRole, Flag, Role, Task } from '../model/taskbook.js';
import { cellsOf, type FlagInPlace, filled, type UnmergedRow } from '../tables/index.js';
import type { Lexicon } from '../units/index.js';
import { type NamedGroup, readAdded, readAssignments, readClause, shareOut } from './assignments.js';
import { type DemandReader, deadlinesOf, demandsIn, joinDemands, type ReadDemands } from './demands.js';

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

/** Flags about a lead that no cell names; void where another cell of the row says who leads. */
const LEAD_FLAGS: ReadonlySet<Flag> = new Set(['lead-inherited', 'lead-blank']);

/** Reads one row as a task. */
export function taskOf(row: UnmergedRow, context: Context): ReadRow {
  const { lexicon, townshipsIn, lines } = context;
  const own = (role: ColumnRole) => filled(cellsOf(row.row, role));
  const read = (passages: readonly Passage[], role: Role, inherited: (passage: Passage) => boolean) =>
    passages.map((passage) => readAssignments(passage, role, inherited(passage), lexicon, lines));

  const above = new Set(row.row.cells.filter(({ merged }) => merged).map(({ passage }) => passage));
  const responsible = read(own('responsible'), 'responsible', (passage) => above.has(passage));
  const leadSaid = responsible.some(({ assignments }) => assignments.some(({ role }) => role === 'lead'));
  const lead =
    leadSaid && row.lead.inherited ? [] : read(row.lead.passages, 'lead', () => row.lead.inherited);
  const shared = shareOut([...lead, ...responsible], context.leadRule, row.row.at);
  const text = (role: ColumnRole) => joinPassages(own(role), row.row.at);
  const name = joinPassages(row.name.passages, row.row.at);
  const goal = text('goal');
  const asked = [
    demandsIn(goal, name.text, context),
    // A name that stands for several rows asks nothing of each.
    ...(row.name.inherited || goal.text.includes(name.text)
      ? []
      : [demandsOfName(name, name.text, goal, context)]),
  ];
  const { demands, diagnostics: noticed } = withDeadlines(asked, own('deadline'), context, row.row.at);
  const flags = [
    ...row.flags.filter(({ flag }) => !((leadSaid || shared.flags.length > 0) && LEAD_FLAGS.has(flag))),
    ...shared.flags,
  ];
  return {
    task: {
      number: text('number').text,
      name: name.text,
      nameAt: name.at,
      goal: goal.text,
      goalAt: goal.at,
      lead: shared.lead,
      responsible: shared.responsible,
      people: [],
      remark: text('remark').text,
      deadline: text('deadline').text,
      section: row.row.section?.text ?? '',
      places: Array.from(new Set(townshipsIn(goal.text).map(({ unit }) => unit))),
      ...demands,
      extra: cellsOf(row.row, 'other')
        .filter(({ passage }) => passage.text !== '')
        .map(({ column, passage }) => ({ header: column.header, text: passage.text })),
      cells: printedCells(row.row),
      measures: [],
      flags: flags.map(({ flag }) => flag),
      at: row.row.at,
    },
    groups: shared.groups,
    flags,
    noticed,
  };
}

/** Reads a clause as a task; who does not lead in it is responsible. */
export function clauseTask(
  { number, name, named, goal, covers, units, people, deadline, measures, leadRule, added }: RuledClause,
  context: Context,
): ReadRow {
  const { lexicon, townshipsIn, lines } = context;
  const said = (units[0] ?? goal).at;
  const { cells, unread } = readClause(units, lexicon, lines);
  const { lead, responsible: own, groups: ownGroups, flags: shared } = shareOut(cells, leadRule, said);
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
      people: people.map(({ role, name: { text, at } }) => ({ role: role.text, name: text, at })),
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
 */
function withDeadlines(
  asked: readonly ReadDemands[],
  column: readonly Passage[],
  context: Context,
  at: Place,
): ReadDemands {
  const said = deadlinesOf(column, context);
  const demands = joinDemands([said.demands, ...asked.map((each) => each.demands)]);
  const diagnostics = [...said.diagnostics, ...asked.flatMap((each) => each.diagnostics)];
  // What the column says is of the whole task, 长期 too, and even if it cannot be read.
  if (column.length > 0) return { demands, diagnostics };
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
