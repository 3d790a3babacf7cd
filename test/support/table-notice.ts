import { parseNotice, type Registry, type TaskBook } from '../../src/index.js';

/** A short notice in Markdown whose one table has this text. */
export const tableNotice = (
  table: string,
  { number = '某府发〔2026〕9号', title = '2026年重点任务分工', year = 2026 } = {},
) => `${number}

某县人民政府关于印发《${title}》的通知

各乡镇人民政府，县政府各部门：

现将《${title}》印发给你们，请认真贯彻执行。

某县人民政府

${year}年3月5日

附件

${title}

${table}`;

const COLUMNS = ['任务名称', '目标内容', '牵头单位', '责任单位', '完成时限'];

/**
 * The same with a table of tasks.
 *
 * @param rows what each says of 任务名称 | 目标内容 | 牵头单位 | 责任单位 | 完成时限, or of the first of these
 */
export function taskNotice(rows: readonly string[], printed?: Parameters<typeof tableNotice>[1]): string {
  const width = rows[0]?.split('|').length ?? COLUMNS.length;
  const header = ['序号', ...COLUMNS.slice(0, width)];
  const table = [
    `| ${header.join(' | ')} |`,
    `|${header.map(() => '---|').join('')}`,
    ...rows.map((row, i) => `| ${i + 1} | ${row} |`),
  ];
  return tableNotice(`${table.join('\n')}\n`, printed);
}

/** The task book of a notice in Markdown. */
export async function bookOf(notice: string, registry?: Registry): Promise<TaskBook> {
  const { value, diagnostics } = await parseNotice(Buffer.from(notice), {
    name: 'notice.md',
    ...(registry && { registry }),
  });
  if (!value) throw new Error(JSON.stringify(diagnostics));
  return value;
}
