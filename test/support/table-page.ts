// A notice whose appendix is what a test of tables prints.
import { parseNotice } from '../../src/index.js';

const LETTER =
  '# 某县人民政府关于印发2026年重点任务的通知\n\n各乡镇：\n\n某县人民政府\n\n2026年2月10日\n\n附件\n\n';

/** Rows of a Markdown table: cells parted by ｜. */
export function markdownTable(...rows: readonly string[]): string {
  const lines = rows.map((row) => `| ${row.split('｜').join(' | ')} |`);
  const width = rows[0]?.split('｜').length ?? 1;
  return [lines[0], `|${'---|'.repeat(width)}`, ...lines.slice(1)].join('\n');
}

/** Rows of an HTML table: cells parted by ｜; 甲^2 covers two rows, 甲×2 two columns. */
export function htmlTable(...rows: readonly string[]): string {
  const cellOf = (cell: string) => {
    const [, text, down, across] = /^(.*?)(?:\^(\d))?(?:×(\d))?$/s.exec(cell) ?? [];
    return `<td${down ? ` rowspan="${down}"` : ''}${across ? ` colspan="${across}"` : ''}>${text}</td>`;
  };
  const rowOf = (row: string) => `<tr>${row.split('｜').map(cellOf).join('')}</tr>`;
  return `<table>${rows.map(rowOf).join('')}</table>`;
}

/** The notice with an appendix of this text. */
export const parsePage = (appendix: string, name = 'notice.md') =>
  parseNotice(Buffer.from(LETTER + appendix), { name });

/** The tasks of a table as 名称 牵头/责任/督办, and the codes of the errors. */
export async function whoDoesWhat(table: string, name?: string): Promise<string[]> {
  const { value, diagnostics } = await parsePage(`2026年重点任务表\n\n${table}`, name);
  const names = (all: readonly { readonly text: string }[]) =>
    all.map(({ text }) => text.replace(/^县/, '')).join('、');
  return [
    ...(value?.tasks ?? []).map(
      ({ name, lead, responsible, supervising }) =>
        `${name} ${names(lead)}/${names(responsible)}${supervising.length > 0 ? `/${names(supervising)}` : ''}`,
    ),
    ...diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code),
  ];
}
