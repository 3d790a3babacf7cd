import type { CoverField, Entries, FillIn, TaskSheet, Typed } from '../model/sheet.js';

/** A column that people fill in. */
export interface OpenColumn {
  /** `null` for one that people added, whose header is theirs, too. */
  readonly id: FillIn | null;
  readonly header: string;
  /** What the cell takes: any text, a day, how far the task is, or whether the unit is meant. */
  readonly takes?: 'date' | 'status' | 'answer';
}

/** A column that the notice leaves to the unit. */
export interface FillInColumn extends OpenColumn {
  readonly id: FillIn;
}

/** What stands behind the header of a column in which words stand that were typed over what is printed. */
export const TYPED = '（填写）';

/** By id, in the order in which they stand in a sheet. */
export const FILL_IN: Record<FillIn, Omit<OpenColumn, 'id'>> = {
  person: { header: '责任人' },
  phone: { header: '联系电话' },
  due: { header: '完成时限', takes: 'date' },
  status: { header: '进展状态', takes: 'status' },
  progress: { header: '进展情况' },
  updated: { header: '更新日期', takes: 'date' },
  note: { header: '备注' },
  answer: { header: '是否涉及本单位', takes: 'answer' },
};

/** The columns of a task sheet that the unit fills in; they come after those of the notice. */
export const FILL_IN_COLUMNS: readonly FillInColumn[] = (Object.keys(FILL_IN) as readonly FillIn[]).map(
  (id) => ({ id, ...FILL_IN[id] }),
);

/**
 * The orders in which sheets are sent with these columns, of which some may be left out: on 任务清单, where 责任人 stands before
 * or behind what is reported or is folded away; as text; and on 待确认.
 */
export const FILL_IN_ORDERS: readonly (readonly FillIn[])[] = [
  ['person', 'due', 'status', 'progress', 'phone', 'updated', 'note', 'answer'],
  ['due', 'status', 'progress', 'person', 'phone', 'updated', 'note', 'answer'],
  ['due', 'status', 'progress', 'phone', 'updated', 'note', 'answer', 'person'],
  FILL_IN_COLUMNS.map(({ id }) => id),
  ['answer', 'note', 'person', 'phone', 'due', 'status', 'progress', 'updated'],
];

/** What people fill in on the cover of a workbook. */
export const COVER_FILL_IN: readonly (Pick<OpenColumn, 'header' | 'takes'> & { readonly id: CoverField })[] =
  [
    { id: 'leader', header: '单位负责人' },
    { id: 'reporter', header: '填报人' },
    { id: 'phone', header: '联系电话' },
    { id: 'reported', header: '填报日期', takes: 'date' },
  ];

/** What people put into a row under a column. */
export function typedUnder({ id, header }: Pick<OpenColumn, 'id' | 'header'>, { filled, own }: Entries) {
  if (id !== null) return filled[id];
  return Object.hasOwn(own, header) ? own[header] : undefined;
}

/** What people put into a row, column by column, each under its header. */
export function entriesOf({
  filled,
  own,
}: Pick<Entries, 'filled' | 'own'>): [header: string, typed: Typed][] {
  return [
    ...FILL_IN_COLUMNS.flatMap(({ id, header }): [string, Typed][] => {
      const typed = filled[id];
      return typed === undefined ? [] : [[header, typed]];
    }),
    ...Object.entries(own),
  ];
}

/** Whether people put anything into a row. */
export function isFilled({ filled, own, notes }: Entries): boolean {
  return Object.keys(filled).length + Object.keys(own).length + notes.length > 0;
}

/**
 * How many things people put into a sheet: its cells, comments, cover and columns. A row of no task is all theirs; one that
 * bears an id was printed.
 */
export function typedCount({ rows, questions, kept, cover, columns }: TaskSheet): number {
  const entries = [...rows, ...questions, ...kept].reduce(
    (sum, row) => sum + entriesOf(row).length + row.notes.length,
    0,
  );
  const own = kept
    .filter(({ part, cells }) => part === 'unplaced' && cells.id === undefined)
    .reduce((sum, { cells }) => sum + Object.keys(cells).length, 0);
  // The program itself makes the columns in which words stand that were typed over what is printed.
  const added = columns.filter((header) => !header.endsWith(TYPED)).length;
  return entries + own + Object.keys(cover).length + added;
}

/** Whether nobody has put anything into a sheet. */
export function isBlank(sheet: TaskSheet): boolean {
  return typedCount(sheet) === 0;
}
