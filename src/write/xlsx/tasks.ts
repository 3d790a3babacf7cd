import type {
  Duty,
  Entries,
  FillIn,
  KeptRow,
  NoticeColumn,
  Question,
  SheetRow,
  TaskSheet,
  Typed,
} from '../../model/sheet.js';
import {
  askedIn,
  CHANGE_MARKS,
  type Column,
  cellText,
  columnsOf,
  DERIVED_HEADERS,
  FILL_IN_COLUMNS,
  headerOf,
  isSure,
  KEPT_WORDS,
  keptText,
  notedHeader,
  questionCells,
  SHEET_COLUMNS,
  typedUnder,
  untilOf,
  WORKSHEETS,
} from '../../sheets/index.js';
import { HEADER_ROW, type PlannedColumn, type PlannedRow, type PlannedValue, planned } from './plan.js';

/** A table of a sheet: what is surely the unit's, or what is asked of it. */
export interface TaskTable {
  readonly columns: readonly PlannedColumn[];
  readonly rows: readonly PlannedRow[];
  /** How many columns stay in view: up to the goal. */
  readonly frozen: number;
}

/** A row before it is laid out. */
interface Line {
  readonly count: PlannedValue;
  /** What the notice says in a column, as printed. */
  readonly text: (id: NoticeColumn) => string;
  readonly link?: { readonly column: NoticeColumn; readonly to: string } | undefined;
  readonly entries: Entries;
  /** The roles in which it may be the unit's. */
  readonly open?: readonly Duty['role'][];
  /** The day that stands in 完成时限 until somebody writes another. */
  readonly until?: string;
  readonly changed?: readonly NoticeColumn[];
  readonly look?: Pick<PlannedRow, 'faint' | 'open' | 'isHead'>;
}

/** A column, and what stands in it. */
interface TableColumn extends PlannedColumn {
  readonly id: NoticeColumn | FillIn | keyof typeof DERIVED_HEADERS | 'further' | null;
  readonly value: (line: Line) => PlannedValue;
}

/** 任务清单: what is surely the unit's, then what is kept. */
export function taskTable(sheet: TaskSheet): TaskTable {
  const sure = sheet.rows.filter(isSure);
  const measures = measuresShown(sheet);
  const lines = [...sure.map((row, i) => taskLine(row, i + 1, measures)), ...sheet.kept.map(keptLine)];
  const further = lines.some((line) => furtherWords(line) !== '');
  const isUsed = usedIn(lines);
  const hasPeople = isPrinted(sheet, sure);
  const person = fillIn('person', further || hasPeople ? { isAside: true, isFolded: hasPeople } : {});
  const beside = ['phone', 'updated', 'note'] as const;
  return tableOf(sheet, lines, {
    paper: [
      ...PAPER,
      ...(further ? [FURTHER] : []),
      ...(person.isAside ? [] : [person]),
      ...(['due', 'status', 'progress'] as const).map((id) => fillIn(id)),
    ],
    aside: [
      ...(person.isAside && !person.isFolded ? [person] : []),
      ...beside.map((id) => fillIn(id, { isAside: true })),
      ...(isUsed('answer') ? [fillIn('answer', { isAside: true })] : []),
      ...sheet.columns.map(ownColumn),
    ],
    folded: person.isFolded ? [person] : [],
  });
}

/** 待确认: first the groups, then tasks one by one; nothing where nothing is open. */
export function openTable(sheet: TaskSheet): TaskTable | undefined {
  const asked = askedIn(sheet).rows;
  if (sheet.questions.length + asked.length === 0) return undefined;
  const groups = sheet.questions.length;
  const lines = [
    ...sheet.questions.map((question, i) => questionLine(question, i + 1, sheet)),
    ...asked.map((row, i) => taskLine(row, groups + i + 1, [])),
  ];
  const isUsed = usedIn(lines);
  const others = FILL_IN_COLUMNS.filter(({ id }) => id !== 'answer' && id !== 'note' && isUsed(id));
  const own = sheet.columns.filter((header) =>
    lines.some(({ entries }) => Object.hasOwn(entries.own, header)),
  );
  return tableOf(sheet, lines, {
    paper: [...WHICH, ASKED_OF, fillIn('answer')],
    aside: [
      fillIn('note', { isAside: true }),
      ...others.map(({ id }) => fillIn(id, { isAside: true })),
      ...own.map(ownColumn),
    ],
    folded: [],
  });
}

/** Which columns people have put something into. */
function usedIn(lines: readonly Line[]): (id: FillIn) => boolean {
  return (id) =>
    lines.some(
      ({ entries: { filled, notes } }) =>
        filled[id] !== undefined || notes.some((note) => 'column' in note && note.column === id),
    );
}

const PERSON = /责任人/;

/** Whether the notice itself says who is responsible for every task, and nobody has said otherwise. */
function isPrinted({ kept }: TaskSheet, rows: readonly SheetRow[]): boolean {
  return (
    rows.length > 0 &&
    rows.every(({ people = '', filled }) => PERSON.test(people) && filled.person === undefined) &&
    kept.every(({ filled }) => filled.person === undefined)
  );
}

function noticeColumn(id: NoticeColumn, more: Partial<PlannedColumn> = {}): TableColumn {
  const value = ({ text, link }: Line) => (link?.column === id ? { text: text(id), to: link.to } : text(id));
  return { id, ...planned(id, headerOf(id), more), value };
}

function fillIn(id: FillIn, more: Partial<PlannedColumn> = {}): TableColumn {
  const column = FILL_IN_COLUMNS.find((each) => each.id === id);
  if (!column) throw new Error(`no column ${id}`);
  const given = ({ until = '' }: Line): Typed | undefined =>
    id === 'due' && until !== '' ? { date: until } : undefined;
  return {
    id,
    ...planned(id, column.header, { open: column, ...more }),
    value: (line) => ({ typed: typedUnder(column, line.entries) ?? given(line) }),
  };
}

function ownColumn(header: string): TableColumn {
  const open = { id: null, header };
  return {
    id: null,
    ...planned('own', header, { open, isAside: true }),
    value: ({ entries }) => ({ typed: typedUnder(open, entries) }),
  };
}

/** Whom the notice names, a line a role. */
const WHO: readonly (readonly [word: string, id: NoticeColumn])[] = [
  ['牵头', 'lead'],
  ['责任', 'responsible'],
  ['配合', 'helping'],
  ['监督', 'supervising'],
  ['', 'people'],
];

/** What else some notices say of a task. */
const FURTHER_COLUMNS: readonly NoticeColumn[] = ['steps', 'schedule', 'money', 'scoring', 'remark'];

/** Texts under their words, a line each. */
function linesOf(said: readonly (readonly [word: string, text: string])[]): string {
  return said
    .filter(([, text]) => text !== '')
    .map(([word, text]) => (word === '' ? text : `${word}：${text.replaceAll('\n', '、')}`))
    .join('\n');
}

function furtherWords({ text }: Line): string {
  return linesOf(FURTHER_COLUMNS.map((id) => [headerOf(id).replace('（通知）', ''), text(id)] as const));
}

/** What stands first on paper, in both tables. */
const WHICH: readonly TableColumn[] = [
  { id: 'count', ...planned('count', DERIVED_HEADERS.count), value: ({ count }) => count },
  noticeColumn('ref'),
  noticeColumn('name'),
  noticeColumn('goal'),
];

/** What stands first on paper of what is surely the unit's. */
const PAPER: readonly TableColumn[] = [
  ...WHICH,
  noticeColumn('duties'),
  {
    id: 'who',
    ...planned('who', DERIVED_HEADERS.who),
    value: ({ text }) => linesOf(WHO.map(([word, id]) => [word, text(id)] as const)),
  },
];

/** Whom the notice names for what the unit may have to do, and who leads: so the unit's part needs no column of its own. */
const ASKED_OF: TableColumn = {
  id: 'who',
  ...planned('who', DERIVED_HEADERS.who),
  value: ({ text, open = [] }) => {
    const isOpen = (id: NoticeColumn) => open.some((role) => OPEN_IN[role].includes(id));
    const all = WHO.map(([word, id]) => ({ id, word, said: text(id) }));
    if (!all.some(({ id, said }) => said !== '' && isOpen(id))) return text('duties');
    const meant = all.filter(({ id }) => id === 'lead' || id === 'people' || isOpen(id));
    return linesOf(meant.map(({ id, word, said }) => [isOpen(id) ? `可能${word}` : word, said] as const));
  },
};
/** Where it says whom a role means. */
const OPEN_IN: Record<Duty['role'], readonly NoticeColumn[]> = {
  lead: ['lead'],
  responsible: ['responsible', 'helping'],
  supervising: ['supervising'],
  body: [],
};

const FURTHER: TableColumn = {
  id: 'further',
  ...planned('further', DERIVED_HEADERS.further),
  value: furtherWords,
};

/** Puts columns in their order: what is printed, what is beside it, and the rest of the notice's folded away. */
function tableOf(
  sheet: TaskSheet,
  lines: readonly Line[],
  { paper, aside, folded }: Record<'paper' | 'aside' | 'folded', readonly TableColumn[]>,
): TaskTable {
  const isChanged = lines.some(({ text }) => text('change') !== '');
  const placed = new Set([...paper, ...aside].map(({ id }) => id));
  const rest = columnsOf(SHEET_COLUMNS, sheet.rows, sheet.kept).filter(
    ({ id }) => !placed.has(id) && !(id === 'change' && isChanged),
  );
  const columns = [
    ...paper,
    ...(isChanged ? [noticeColumn('change', { isAside: true })] : []),
    ...aside,
    ...[...rest.map(({ id }) => noticeColumn(id)), ...folded].map((column) => ({
      ...column,
      isAside: true,
      isFolded: true,
    })),
  ];
  return {
    columns,
    frozen: columns.findIndex(({ id }) => id === 'goal') + 1,
    rows: lines.map((line) => ({
      ...line.look,
      values: columns.map(({ value }) => value(line)),
      notes: notesOf(line.entries, columns),
      marked: columns.flatMap(({ id }, i) =>
        (line.changed ?? []).some((each) => each === id) || (id === 'count' && line.changed) ? [i] : [],
      ),
    })),
  };
}

/** Comments by the columns that they stand on; one on a column that is not there stands on the first. */
function notesOf({ notes }: Entries, columns: readonly TableColumn[]): Map<number, string> {
  const found = new Map<number, string>();
  for (const note of notes) {
    const header = notedHeader(note);
    const i = Math.max(
      0,
      columns.findIndex((column) => column.header === header),
    );
    const said = found.get(i);
    found.set(i, said === undefined ? note.text : `${said}\n${note.text}`);
  }
  return found;
}

function taskLine(row: SheetRow, number: number, measures: TaskSheet['measures']): Line {
  const columns = new Map<string, Column<SheetRow>>(SHEET_COLUMNS.map((column) => [column.id, column]));
  const place = measures.findIndex(({ id }) => id === row.measures[0]);
  const { change } = row;
  return {
    count: change ? { number, mark: CHANGE_MARKS[change.kind] } : number,
    text: (id) => {
      const column = columns.get(id);
      return column ? cellText(column, row) : '';
    },
    link:
      place >= 0
        ? { column: 'measures', to: `${WORKSHEETS.measures}!A${HEADER_ROW + 1 + place}` }
        : undefined,
    entries: row,
    open: row.duties.flatMap(({ role, degree }) => (degree === 'possible' ? [role] : [])),
    until: untilOf(row),
    ...(change && {
      changed: change.kind === 'changed' ? change.fields.map(({ column }) => column) : ['name'],
    }),
  };
}

function keptLine(row: KeptRow): Line {
  return {
    count: KEPT_WORDS[row.part],
    text: (id) => keptText(id, row),
    entries: row,
    look: { faint: row.part === 'cancelled', open: row.part === 'unplaced' },
  };
}

function questionLine(question: Question, number: number, { rows }: TaskSheet): Line {
  const cells = questionCells(question, rows);
  return { count: number, text: (id) => cells[id] ?? '', entries: question, look: { isHead: true } };
}

/** The measures that a sheet prints: those that what is surely the unit's carries out. */
export function measuresShown({ rows, measures }: TaskSheet): TaskSheet['measures'] {
  const linked = new Set(rows.filter(isSure).flatMap((row) => row.measures));
  return measures.filter(({ id }) => linked.has(id));
}
