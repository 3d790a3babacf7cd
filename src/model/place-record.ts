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
 * counted in UTF-16 code units as editors do; a form without lines has paragraphs and cells; one that is printed has
 * pages with lines, and tables on them; a workbook has cells by their letters, a CSV file records.
 */
export const Place = z
  .union([
    z.strictObject({ ...Anywhere, line: counted('第几行'), column: counted('第几个字') }),
    z.strictObject({ ...Anywhere, paragraph: counted('第几段') }),
    z.strictObject({
      ...Anywhere,
      page: counted('第几页'),
      table: counted('页上第几张表').optional(),
      row: counted('页上或表里第几行').optional(),
      cell: counted('行里第几格').optional(),
    }),
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
