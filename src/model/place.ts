import * as z from 'zod';

/** A half-open stretch `[start, end)` of `Document.text`, in UTF-16 code units. */
export const Span = z
  .tuple([z.int().nonnegative(), z.int().nonnegative()])
  .readonly()
  .describe('原文里的起止位置（UTF-16 单位，不含末位）');
export type Span = z.infer<typeof Span>;

/** Text that a file holds beside the notice's own. */
export const NoiseKind = z
  .enum(['bookmark', 'invisible', 'page-chrome', 'markup', 'page-margin', 'footnote', 'comment', 'deleted'])
  .describe(
    'bookmark 转换程序印出的书签；invisible 零宽和控制字符；page-chrome 网页边栏；markup 画表格、标题的符号；page-margin 页眉页脚；footnote 脚注；comment 批注；deleted 修订里删去的文字',
  );
export type NoiseKind = z.infer<typeof NoiseKind>;

const counted = (what: string) => z.int().positive().describe(`${what}，从 1 起`);

/** What every place has. A file by itself is a place, too: of what is said of all of it. */
const Anywhere = {
  file: z.string().describe('文件名，不含文件夹'),
  spans: z.array(Span).readonly().optional().describe('原文里的这一段；换行和噪声处断开'),
};

/**
 * A place that a person can find, and the stretch of the Document's text that it is of. A text has lines and columns,
 * counted in UTF-16 code units as editors do; a form without lines has paragraphs and cells; a workbook that came back
 * has cells by their letters, a CSV file records.
 */
export const Place = z
  .union([
    z.strictObject({ ...Anywhere, line: counted('第几行'), column: counted('第几个字') }),
    z.strictObject({ ...Anywhere, paragraph: counted('第几段') }),
    z.strictObject({
      ...Anywhere,
      table: counted('第几张表'),
      row: counted('第几行').optional(),
      cell: counted('行里第几格').optional(),
    }),
    z.strictObject({ ...Anywhere, beside: NoiseKind }),
    z.strictObject({ ...Anywhere, unread: z.literal(true).describe('读不出属于哪一段的文字') }),
    z.strictObject({
      ...Anywhere,
      sheet: z.string().describe('工作表'),
      address: z.string().optional().describe('单元格，如 A4'),
    }),
    z.strictObject({ ...Anywhere, record: counted('CSV 的第几条记录') }),
    z.strictObject(Anywhere),
  ])
  .describe('出处');
export type Place = z.infer<typeof Place>;

/** The offsets at which a text's lines start, ascending; `null` where a form has no lines. */
export type LineStarts = readonly number[] | null;

/** The place of some stretches of a text with lines: where the first of them begins. */
export function lineAt(file: string, lines: readonly number[], spans: readonly Span[]): Place {
  const [start] = spans[0] ?? [0];
  const line = lastAtOrBefore(lines, start);
  return { file, line: line + 1, column: start - (lines[line] ?? 0) + 1, spans };
}

/** A part of a place: other stretches in the same paragraph or cell. */
export function placeOfPart(whole: Place, spans: readonly Span[], lines: LineStarts): Place {
  return lines !== null && spans.length > 0 ? lineAt(whole.file, lines, spans) : { ...whole, spans };
}

/** The index of the last of some ascending numbers that is not above `limit`; 0 where there is none. */
export function lastAtOrBefore(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] as number) <= limit) low = middle;
    else high = middle;
  }
  return low;
}

/** A place as people read it: notice.txt:152:2, notice.docx#段12, notice.docx#表3/行1/列4, 某镇.xlsx#任务清单!A4. */
export function placeText(at: Place): string {
  if ('line' in at) return `${at.file}:${at.line}:${at.column}`;
  const within = withinFile(at);
  return within === '' ? at.file : `${at.file}#${within}`;
}

/** What is said of a place behind its file's name, where the file has no lines; '' for the file as a whole. */
export function withinFile(at: Place): string {
  if ('paragraph' in at) return `段${at.paragraph}`;
  if ('table' in at) {
    const row = at.row === undefined ? '' : `/行${at.row}`;
    return `表${at.table}${row}${at.cell === undefined ? '' : `/列${at.cell}`}`;
  }
  if ('beside' in at) return NOISE_WORDS[at.beside];
  if ('unread' in at) return '未读出的文字';
  if ('sheet' in at) return at.address === undefined ? at.sheet : `${at.sheet}!${at.address}`;
  return 'record' in at ? `行${at.record}` : '';
}

const NOISE_WORDS: Readonly<Record<NoiseKind, string>> = {
  bookmark: '书签',
  invisible: '不可见字符',
  'page-chrome': '网页边栏',
  markup: '标记',
  'page-margin': '页眉页脚',
  footnote: '脚注',
  comment: '批注',
  deleted: '已删除的修订',
};
