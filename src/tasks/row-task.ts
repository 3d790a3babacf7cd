import type { ColumnRole } from '../model/column-role.js';
import { diagnose } from '../model/diagnose.js';
import { joinPassages, type Passage } from '../model/passage.js';
import type { Flag } from '../model/taskbook.js';
import { cellsOf, contentOf, filled, type UnmergedRow } from '../tables/index.js';
import { comparable, isInside, roleOf } from '../words/columns.js';
import { HEADS_SECOND } from '../words/role-words.js';
import { isPart } from '../words/roles.js';
import { shareOut } from './assignments.js';
import { fieldsIn, isOfTime, isOfUnits, personName } from './cells.js';
import { demandsIn } from './demands.js';
import { demandsOfName, type ReadRow, type TableContext, withDeadlines } from './reading.js';
import { whatIn, widerNames } from './row-what.js';
import { plainNumber, whoIn, withoutLifted } from './row-who.js';

/** 牵头审核: a mark in words is no longer. */
const LONGEST_MARK = 4;

/** Reads one row as a task. */
export function taskOf(row: UnmergedRow, context: TableContext): ReadRow {
  const { townshipsIn } = context;
  const own = (role: ColumnRole) => filled(cellsOf(row.row, role));
  const text = (role: ColumnRole) => joinPassages(own(role), row.row.at);
  const what = whatIn(row, context);
  const { name, goal } = what;
  const number = what.number?.text ?? text('number').text;
  const { cells, people, rules } = whoIn(row, number, context);
  const leadSaid = cells.some(
    ({ column, assignments }) => column !== 'lead' && assignments.some(({ role }) => role === 'lead'),
  );
  const read = cells.filter(({ column }) => !(column === 'lead' && leadSaid && row.lead.inherited));
  const leadRule = context.notByOrder.includes(plainNumber(number)) ? undefined : context.leadRule;
  const shared = shareOut(withoutLifted(read), leadRule, row.row.at);
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
    cellsOf(row.row, 'goal').some(({ column }) => isOfTime(column)) ||
    cellsOf(row.row, 'other').some(({ passage }) => contentOf([passage.text]) === 'times');
  const ofHead = headFields(context);
  const ofAll = [...ofHead.deadline, ...(context.timeOfAll ? [context.timeOfAll.units] : [])].slice(0, 1);
  const deadline = own('deadline').length > 0 || hasTimes ? own('deadline') : ofAll;
  const { demands, diagnostics: noticed } = withDeadlines(
    asked,
    deadline,
    context,
    hasTimes ? undefined : row.row.at,
    goal.text,
  );
  const leads = leadSaid || shared.flags.length > 0 || shared.lead.length > 0;
  const flags = [...row.flags.filter(({ flag }) => !(leads && isVoid(flag, row, leadSaid))), ...shared.flags];
  const ofUnits = fieldsIn(row.row, 'unit');
  // What each unit has to reach, and in which measure.
  const isSaid = ({ text: each }: { text: string }) => /\d/.test(each) || each.length > LONGEST_MARK;
  const byFigures =
    ofUnits.some(isSaid) && !isOfUnits(row.row) ? [...fieldsIn(row.row, 'counted-in'), ...ofUnits] : [];
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
      people: [...people, ...ofHead.people],
      steps: text('step').text,
      schedule,
      money: fieldsIn(row.row, 'money'),
      scoring: fieldsIn(row.row, 'weight', 'scoring'),
      remark: text('remark').text,
      deadline: joinPassages(deadline, row.row.at).text,
      section: (row.row.section?.text ?? '').replaceAll('\n', ' '),
      places: Array.from(new Set(townshipsIn(goal.text).map(({ unit }) => unit))),
      ...demands,
      extra: [
        ...ofHead.extra,
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

/** What rows of labels above the header say of every task, besides who does it. */
function headFields({ head }: TableContext) {
  const under = (...roles: readonly ColumnRole[]) =>
    head.filter(({ label }) => roles.includes(roleOf(label.text)));
  return {
    deadline: under('deadline').map(({ value }) => value),
    people: under('person').map(({ label, value }) => ({
      role: label.text.replace(/[\s：:]/g, ''),
      name: personName(value.text),
      at: value.at,
    })),
    extra: head
      .filter(
        ({ label }) => !isPart(roleOf(label.text)) && !['deadline', 'person'].includes(roleOf(label.text)),
      )
      .map(({ label, value }) => ({ header: label.text.replace(/[\s：:]/g, ''), text: value.text })),
  };
}

/** 评分部门, 行业主管部门, 责任村 beside 责任单位: such a second column is given as it is printed, too. */
function fieldsBeside({ row }: UnmergedRow): { header: string; text: string }[] {
  const units = row.cells.filter(({ column }) => isPart(column.role));
  const isSecond = ({ column }: (typeof units)[number]) =>
    column.inferred === 'units' || HEADS_SECOND.test(comparable(column.header)) || isInside(column.header);
  if (units.every(isSecond)) return [];
  return units
    .filter((cell) => isSecond(cell) && cell.passage.text !== '')
    .map(({ column, passage }) => ({ header: column.header, text: passage.text }));
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
