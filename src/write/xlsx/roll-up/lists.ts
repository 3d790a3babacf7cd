import type ExcelJS from 'exceljs';
import { lateIn } from '../../../collect/index.js';
import { LARGEST_LIST } from '../../../model/limits.js';
import type { RollUp } from '../../../model/roll-up.js';
import { headerOf, LATE_WORDS, typedText } from '../../../sheets/index.js';
import { reportColumns, standingColumns, standingRows } from '../../roll-up.js';
import { type PlannedColumn, planned } from '../plan.js';
import { addWorksheet } from '../table.js';

/** The worksheet that is out of view. */
export const DATA = '数据';

/** All that units have to do and all that they filled in, to be filtered and counted further. */
export function addData(workbook: ExcelJS.Workbook, rollUp: RollUp, subtitle: string): void {
  const columns = [...reportColumns(rollUp), ...standingColumns(rollUp)];
  const rows = standingRows(rollUp);
  const head = { name: DATA, title: '各单位逐项填报', isHidden: true };
  if (rows.length * columns.length > LARGEST_LIST) {
    const text = `共 ${rows.length} 条，太多，没有列出。要看请用 -o 汇总.csv 或 -o 汇总.json。`;
    addWorksheet(workbook, {
      ...head,
      subtitle,
      columns: [planned('text', '说明')],
      rows: [{ values: [text] }],
    });
    return;
  }
  addWorksheet(workbook, {
    ...head,
    subtitle: `${subtitle}　｜　共 ${rows.length} 条`,
    frozen: 4,
    columns: columns.map(({ id, header }) => planned(id, header, { stretches: false })),
    rows: rows.map((row) => ({ values: columns.map(({ text }) => text(row)) })),
  });
}

/** What units are late with, by the same count as in the other worksheets. */
export function addLate(workbook: ExcelJS.Workbook, rollUp: RollUp, subtitle: string): void {
  const { tasks, on } = rollUp;
  const late = lateIn(rollUp);
  const reported = new Map(
    tasks.map(({ id, reports }) => [id, new Map(reports.map((report) => [report.unit, report]))]),
  );
  const reports = late.map(({ unit, id }) => reported.get(id)?.get(unit));
  addList(workbook, '滞后', `${subtitle}　｜　共 ${late.length} 处${on === null ? '' : `，到 ${on}`}`, [
    ['unit', '单位', late.map(({ unit }) => unit)],
    ['name', headerOf('name'), late.map(({ name }) => name)],
    ['due', '完成时限', late.map(({ due }) => due ?? '')],
    ['tally', '逾期天数', late.map(({ days }) => days ?? '')],
    ['until', '说明', late.map(({ by }) => LATE_WORDS[by])],
    ['label', '填的状态', reports.map((report) => typedText(report?.filled.status) || '没有填')],
    ['text', headerOf('progress'), reports.map((report) => typedText(report?.filled.progress))],
    ['id', headerOf('id'), late.map(({ id }) => id), { isAside: true }],
  ]);
}

/** A worksheet whose columns are given whole; none where nothing is in them. */
export function addList(
  workbook: ExcelJS.Workbook,
  name: string,
  subtitle: string,
  columns: readonly (readonly [
    id: Parameters<typeof planned>[0],
    header: string,
    values: readonly (string | number)[],
    more?: Partial<PlannedColumn>,
  ])[],
): void {
  const [, , first = []] = columns[0] ?? [];
  if (first.length === 0) return;
  addWorksheet(workbook, {
    name,
    title: name,
    subtitle,
    columns: columns.map(([id, header, , more]) => planned(id, header, more)),
    rows: first.map((_, i) => ({ values: columns.map(([, , values]) => values[i] ?? '') })),
  });
}
