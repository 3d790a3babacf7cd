import type { TaskBook } from '../model/taskbook.js';
import { rowOf, tally } from '../sheets/index.js';
import { addWorksheet, newWorkbook, workbookBytes } from './workbook.js';

/** 总台账: a workbook of all tasks, and of how many each unit has. */
export async function overviewToXlsx(book: TaskBook): Promise<Uint8Array> {
  const workbook = await newWorkbook(book.notice.date);
  const { number, title, date } = book.notice;
  const subtitle = [title, number, date].filter((text) => text !== null).join('　');
  addWorksheet(workbook, {
    name: '全部任务',
    title: '任务总台账',
    subtitle,
    columns: [
      { header: '编号', width: 10, centred: true },
      { header: '类别', width: 10, centred: true },
      { header: '序号', width: 5, centred: true },
      { header: '任务名称', width: 16 },
      { header: '目标内容', width: 56 },
      { header: '牵头单位', width: 22 },
      { header: '责任单位', width: 28 },
      { header: '对应正文', width: 10, centred: true },
      { header: '通知备注', width: 9 },
      { header: '出处', width: 11 },
    ],
    rows: book.tasks.map((task) => {
      const row = rowOf(book, task);
      return [
        row.id,
        row.table,
        row.number,
        row.name,
        row.goal,
        row.lead,
        row.responsible,
        row.measures.join('、'),
        row.remark,
        row.at,
      ];
    }),
  });
  addWorksheet(workbook, {
    name: '各单位任务数',
    title: '各单位任务数',
    subtitle,
    columns: [
      { header: '单位', width: 30 },
      { header: '牵头', width: 12, centred: true },
      { header: '责任', width: 12, centred: true },
      { header: '集体', width: 12, centred: true },
      { header: '可能涉及', width: 12, centred: true },
    ],
    rows: tally(book).map(({ name, lead, responsible, member, possible }) => [
      name,
      lead,
      responsible,
      member,
      possible,
    ]),
  });
  return workbookBytes(workbook);
}
