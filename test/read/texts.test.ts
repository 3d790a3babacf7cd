// Tables as people and programs draw them in plain text, and encodings: a table of cases, written down first.
import { describe, expect, it } from 'vitest';
import { type Document, readDocument } from '../../src/index.js';
import { short } from '../support/short.js';

const ROWS = [
  ['序号', '任务', '牵头单位'],
  ['1', '甲事', '县公安局'],
  ['2', '乙事', '县水利局'],
];
const [HEAD = [], ...BODY] = ROWS;

/** A table with these rules and bars; a rule between the rows where there is one. */
function drawn(top: string, below: string, between: string | undefined, foot: string, bar: string): string {
  const line = (cells: readonly string[]) => `${bar} ${cells.join(` ${bar} `)} ${bar}`;
  const body = BODY.map(line).join(between === undefined ? '\n' : `\n${between}\n`);
  return ['请办好。', top, line(HEAD), below, body, foot, '以上。'].join('\n');
}

describe('a drawn table', () => {
  it.each([
    ['thin lines', drawn('┌─┬─┬─┐', '├─┼─┼─┤', '├─┼─┼─┤', '└─┴─┴─┘', '│')],
    ['no lines between its rows', drawn('┌─┬─┬─┐', '├─┼─┼─┤', undefined, '└─┴─┴─┘', '│')],
    ['double lines', drawn('╔═╦═╗', '╠═╬═╣', '╟─╫─╢', '╚═╩═╝', '║')],
    ['a double line below its header', drawn('┌─┬─┬─┐', '╞═╪═╪═╡', '├─┼─┼─┤', '└─┴─┴─┘', '│')],
    ['heavy lines', drawn('┏━┳━┓', '┣━╋━┫', '┠─╂─┨', '┗━┻━┛', '┃')],
    ['dashes', drawn('┌┄┬┄┬┄┐', '├┄┼┄┼┄┤', '├┄┼┄┼┄┤', '└┄┴┄┴┄┘', '┆')],
    ['round corners', drawn('╭─┬─┬─╮', '├─┼─┼─┤', '├─┼─┼─┤', '╰─┴─┴─╯', '│')],
    ['signs of ASCII', drawn('+--+--+--+', '+==+==+==+', '+--+--+--+', '+--+--+--+', '|')],
    [
      'signs of ASCII as a database prints them',
      drawn('+--+--+--+', '+--+--+--+', undefined, '+--+--+--+', '|'),
    ],
  ])('of %s', async (_, text) => {
    const { value, diagnostics } = await readDocument(new TextEncoder().encode(text), { name: 'a.txt' });
    expect(diagnostics).toEqual([]);
    expect(short(value as Document)).toEqual(['请办好。', ROWS, '以上。']);
  });

  const withLines = async (...lines: readonly string[]) => {
    const text = ['┌─┬─┬─┐', '│ 序号 │ 任务 │ 牵头单位 │', '├─┼─┼─┤', ...lines, '└─┴─┴─┘'].join('\n');
    return (await readDocument(new TextEncoder().encode(text), { name: 'a.txt' })).value as Document;
  };

  it('has a line whole that was broken where the column ends', async () => {
    const document = await withLines('│ 1 │ 甲事 │ 县公 │', '│   │      │ 安局 │');
    expect(short(document)).toEqual([
      [
        ['序号', '任务', '牵头单位'],
        ['1', '甲事', '县公安局'],
      ],
    ]);
  });

  it('is kept as its lines where nobody can tell rows from lines', async () => {
    const { blocks } = await withLines('│ 1 │ 甲事 │ 县公 │', '│ 1 │ 乙事 │ 安局 │');
    expect(blocks.map((block) => block.kind === 'table' && block.doubt?.code)).toEqual(['lines-ambiguous']);
  });
});

describe('rows with tabs', () => {
  it.each([
    ['as Word pastes them', '序号\t任务\t牵头单位\n1\t甲事\t县公安局\n2\t乙事\t县水利局', ROWS],
    [
      'with blanks around',
      '序号 \t 任务\t牵头单位\t\n1\t甲事\t县公安局\t\n2\t乙事\t县水利局\t',
      ROWS.map((row) => [...row, '']),
    ],
    [
      'with lines in a cell',
      '序号\t任务\t牵头单位\n1\t"甲\n事"\t县公安局',
      [HEAD, ['1', '甲\n事', '县公安局']],
    ],
    [
      'with quotation marks',
      '序号\t任务\t牵头单位\n1\t"甲""一""事"\t县公安局',
      [HEAD, ['1', '甲"一"事', '县公安局']],
    ],
  ])('%s', async (_, text, rows) => {
    const { value } = await readDocument(new TextEncoder().encode(text), { name: 'a.txt' });
    expect(short(value as Document)).toEqual([rows]);
  });
});

describe('an encoding', () => {
  const TEXT = '一、抓好㐂𠮷村的工作，完成10处。\n（一）办好甲事。\n';
  const wide = (swap: boolean, mark: boolean) => {
    const bytes = Buffer.from((mark ? '\ufeff' : '') + TEXT, 'utf16le');
    return swap ? bytes.swap16() : bytes;
  };
  it.each<[string, Uint8Array]>([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`)],
    ['UTF-16, the lower byte first', wide(false, true)],
    ['UTF-16, the upper byte first', wide(true, true)],
    ['UTF-16 without a mark', wide(false, false)],
    ['UTF-16, the upper byte first, without a mark', wide(true, false)],
    [
      'GB18030 with characters of four bytes',
      Buffer.from(
        'd2bba1a2d7a5bac38139ef319534b235b4e5b5c4b9a4d7f7a3accdeab3c93130b4a6a1a30aa3a8d2bba3a9b0ecbac3bcd7cac2a1a30a',
        'hex',
      ),
    ],
  ])('%s is told from the bytes', async (_, bytes) => {
    const { value } = await readDocument(bytes, { name: 'a.txt' });
    expect(short(value as Document)).toEqual(TEXT.trim().split('\n'));
  });
});

describe('a line', () => {
  it.each([
    ['Word, where a line is broken by hand', '甲。\v乙。'],
    ['a page’s end', '甲。\f乙。'],
    ['Unicode', '甲。\u2028乙。'],
    ['Unicode, a paragraph', '甲。\u2029乙。'],
    ['older computers', '甲。\u0085乙。'],
    ['all of them', '甲。\r\n乙。\r'],
  ])('ends as %s ends it', async (_, text) => {
    const { value } = await readDocument(new TextEncoder().encode(text), { name: 'a.txt' });
    expect(short(value as Document)).toEqual(['甲。', '乙。']);
  });

  it.each([
    [
      '各 乡 镇 人 民 政 府 ：\n一 、 办 好 甲 事\n（一） 由 县 公 安 局 牵 头 ， 于 6 月 底 前 完 成 。',
      ['各乡镇人民政府：', '一、办好甲事', '（一）由县公安局牵头，于 6 月底前完成。'],
    ],
    ['参会：张 三 李 四 王 五 赵 六', ['参会：张 三 李 四 王 五 赵 六']],
    ['附 件', ['附 件']],
  ])('is whole where text recognition parts its signs: %j', async (text, shown) => {
    const { value } = await readDocument(new TextEncoder().encode(text), { name: 'a.txt' });
    expect(short(value as Document)).toEqual(shown);
  });

  it.each(['1.\t甲事\n2.\t乙事', '一、\t甲事\n（一）\t乙事', '第一条\t甲事\n1.1.\t乙事', '•\t甲事\n•\t乙事'])(
    'is an item with its number before a tab: %j',
    async (text) => {
      const { value } = await readDocument(new TextEncoder().encode(text), { name: 'a.txt' });
      expect(short(value as Document)).toEqual(text.split('\n'));
    },
  );
});
