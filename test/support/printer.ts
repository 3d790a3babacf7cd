// Task books made up by chance, and a printer of their notices in every layout that text comes in.

import * as fc from 'fast-check';
import stringWidth from 'fast-string-width';

/** A row as it is printed: what stands in each of its cells. */
interface PrintedTask {
  readonly name: string;
  readonly goal: string;
  readonly lead: readonly string[];
  readonly responsible: readonly string[];
  readonly remark: string;
}

export interface PrintedTable {
  readonly name: string;
  readonly tasks: readonly PrintedTask[];
}

/** Characters of which no word is made that says who, joins names, or heads a column. */
const HAN = Array.from('山水田林湖草春夏秋冬东南西北红橙黄绿青蓝紫金木火土天地日月星云雨风雪松竹梅兰');
const han = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...HAN), minLength, maxLength });

const unit = fc
  .tuple(
    fc.constantFrom('区', '县', '市', ''),
    han(2, 5),
    fc.constantFrom('局', '委', '办', '镇', '中心', '公司'),
  )
  .map((parts) => parts.join(''));
const units = fc.uniqueArray(unit, { minLength: 1, maxLength: 5 });

/** What goals are made of: words, figures, dates, quotations, brackets, Latin letters. */
const phrase = fc.oneof(
  han(1, 12),
  fc.constantFrom(
    '完成率达到95%',
    '，不少于3次',
    '6月底前完成',
    '“山水”工程',
    '（含林地）',
    '、修订方案',
    'PM2.5',
    '5G',
    '；',
    '。',
    '+',
    '*',
    '_',
    '#',
    '=',
    '<',
    '&',
    '~',
    '-',
    '：',
  ),
);
const text = fc
  .tuple(han(1, 3), fc.array(phrase, { maxLength: 6 }), han(1, 3))
  .map(([head, middle, tail]) => [head, ...middle, tail].join(''));

const task: fc.Arbitrary<PrintedTask> = fc.record({
  name: han(2, 14),
  goal: text,
  lead: units,
  responsible: units,
  remark: fc.option(han(1, 6), { nil: '' }),
});

/** The tables of a notice. */
export const printedTables: fc.Arbitrary<PrintedTable[]> = fc.array(
  fc.record({ name: han(2, 8), tasks: fc.array(task, { minLength: 1, maxLength: 8 }) }),
  { minLength: 1, maxLength: 3 },
);

const HEADERS = ['序号', '名称', '2025年目标', '牵头单位', '责任单位', '备注'];
const NUMBERS = ['一', '二', '三'];

type Rows = readonly (readonly string[])[];

const markdown = (cell: string) => cell.replace(/[*_#&<~\\+=-]/g, '\\$&');
const html = (cell: string) => cell.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const pad = (cell: string, width: number) => cell + ' '.repeat(width - stringWidth(cell));
const widthsOf = (rows: Rows) =>
  HEADERS.map((_, i) => Math.max(4, ...rows.map((row) => stringWidth(row[i] ?? ''))));

/** Each layout prints a table; what is HTML as a whole is told by `page`. */
export const LAYOUTS: Readonly<
  Record<string, { table: (rows: Rows) => string; page?: true; without?: RegExp }>
> = {
  'one cell a line, begun with a tab': {
    table: (rows) => rows.map((row) => row.map((cell) => `\t${cell}\n`).join('')).join('\n'),
  },
  'one row a line, parted by tabs': { table: (rows) => rows.map((row) => row.join('\t')).join('\n') },
  'a pipe table': {
    table: ([header = [], ...rows]) =>
      [header, header.map(() => '---'), ...rows.map((row) => row.map(markdown))]
        .map((row) => `| ${row.join(' | ')} |`)
        .join('\n'),
  },
  'a grid of + and -': {
    table: (rows) => {
      const widths = widthsOf(rows);
      const rule = `+${widths.map((width) => '-'.repeat(width + 2)).join('+')}+`;
      const lines = rows.map((row) => `| ${row.map((cell, i) => pad(cell, widths[i] ?? 0)).join(' | ')} |`);
      return [rule, ...lines.flatMap((line) => [line, rule])].join('\n');
    },
  },
  'a grid of box characters': {
    table: (rows) => {
      const widths = widthsOf(rows);
      const rule = (ends: string) =>
        ends[0] + widths.map((width) => '─'.repeat(width + 2)).join(ends[1]) + ends[2];
      const lines = rows.map((row) => `│ ${row.map((cell, i) => pad(cell, widths[i] ?? 0)).join(' │ ')} │`);
      return [rule('┌┬┐'), lines.join(`\n${rule('├┼┤')}\n`), rule('└┴┘')].join('\n');
    },
  },
  'columns under dashes': {
    table: ([header = [], ...rows]) => {
      const widths = widthsOf([header, ...rows]);
      const line = (row: readonly string[]) =>
        row
          .map((cell, i) => pad(cell, widths[i] ?? 0))
          .join('  ')
          .trimEnd();
      const frame = '-'.repeat(widths.reduce((sum, width) => sum + width + 2, -2));
      const dashes = widths.map((width) => '-'.repeat(width)).join('  ');
      return [frame, line(header), dashes, rows.map(line).join('\n\n'), frame].join('\n');
    },
  },
  'a table in HTML': {
    // In a text file, character references stay as they are, and ** is a mark of Markdown in a table, too.
    without: /[<&*_]/g,
    table: (rows) =>
      `<table>\n${rows.map((row) => `<tr>${row.map((cell) => `<td>${html(cell)}</td>`).join('')}</tr>`).join('\n')}\n</table>`,
  },
  'a web page': {
    page: true,
    table: (rows) =>
      `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td><p>${html(cell)}</p></td>`).join('')}</tr>`).join('')}</table>`,
  },
};

/** Prints a notice with these tables. */
export function printNotice(tables: readonly PrintedTable[], layout: string): string {
  const { table, page = false } = LAYOUTS[layout] as (typeof LAYOUTS)[string];
  const lines = ['某府发〔2025〕1号', '关于做好某事的通知', '各单位：', '请办好。', '某政府', '2025年1月1日'];
  const parts = tables.map(({ name, tasks }, i) => {
    const rows = tasks.map((each, j) => [
      String(j + 1),
      each.name,
      each.goal,
      each.lead.join('、'),
      each.responsible.join('、'),
      each.remark,
    ]);
    return { heading: `${NUMBERS[i]}、${name}`, table: table([HEADERS, ...rows]) };
  });
  if (page) {
    const all = [
      ...lines.map((line) => `<p>${line}</p>`),
      ...parts.map((each) => `<p>${each.heading}</p>${each.table}`),
    ];
    return `<!DOCTYPE html><html><body><div>${all.join('')}</div></body></html>`;
  }
  return [...lines, '', ...parts.flatMap((each) => [each.heading, '', each.table, ''])].join('\n');
}
