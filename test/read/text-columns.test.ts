// Pages set in two columns, which are told and not read, and those in one that look like it. What each page is was written
// down before it was read.
import { describe, expect, it } from 'vitest';
import { documentOf } from '../../src/read/flow.js';
import { readPages } from '../../src/read/positions/flow.js';
import type { Glyph } from '../../src/read/positions/printed-page.js';
import { line, page } from '../support/printed.js';
import { short } from '../support/short.js';

const TEXT = '区水利局要会同有关乡镇街道对辖区山塘水库逐座排查建立台账实行销号管理确保安全度汛工作落到实处';
/** So many characters of a text without a stop. */
const words = (count: number, from: number) =>
  Array.from({ length: count }, (_, i) => TEXT[(from * 7 + i) % TEXT.length]).join('');

/** Lines that fill a column; every fifth is the last of a paragraph, and the next one is indented. */
function column(x: number, width: number, lines: number, { top = 200, pitch = 16, from = 0 } = {}): Glyph[] {
  return Array.from({ length: lines }, (_, i) => {
    const isFirst = i % 5 === 0;
    const isLast = i % 5 === 4 || i === lines - 1;
    const text = isLast ? `${words(width >> 1, from + i)}。` : words(isFirst ? width - 2 : width, from + i);
    return line(text, isFirst ? x + 20 : x, top + i * pitch);
  }).flat();
}
/** Lines with room in them: each has texts that begin at these places. */
const spaced = (xs: readonly number[], rows: readonly (readonly string[])[]) =>
  rows.flatMap((row, i) => row.flatMap((text, j) => line(text, xs[j] as number, 200 + i * 20)));
const rowsOf = (count: number, row: (i: number) => readonly string[]) =>
  Array.from({ length: count }, (_, i) => row(i));
const PEOPLE = ['张建国', '李明', '王志强', '陈伟', '刘芳', '赵敏', '周杰', '吴海', '郑涛', '孙丽'];
const UNITS = ['县水利局', '县财政局', '县教育局', '县农业农村局', '县林业局'];

function read(glyphs: readonly Glyph[], ...more: readonly (readonly Glyph[])[]) {
  const pages = [glyphs, ...more].map((each, i) => page(each, [], { number: i + 1 }));
  const { flow, diagnostics } = readPages(pages, 'a.pdf');
  const { value } = documentOf('a.pdf', flow);
  const doubts = value.blocks.flatMap((block) => (block.kind === 'table' ? (block.doubt ?? []) : []));
  const told = [...diagnostics, ...doubts].map(({ code, at }) => [code, at && 'page' in at && at.page]);
  return { blocks: short(value), told };
}

describe('a page in columns of text is told, and its lines are no text', () => {
  const two = (lines: number, more = {}) => [
    ...column(60, 23, lines),
    ...column(310, 23, lines, { from: 3, ...more }),
  ];
  it.each([
    ['two columns', two(30)],
    ['two of few lines', two(5)],
    ['two of three lines', two(3)],
    ['two that stand close', [...column(60, 23, 20), ...column(298, 23, 20, { from: 3 })]],
    ...[2, 5, 8, 12].map(
      (lower) => [`two, one ${lower} points lower`, two(20, { top: 200 + lower })] as const,
    ),
    ['two whose lines stand at other distances', two(18, { pitch: 18 })],
    ['two, one of which is short', [...column(60, 23, 20), ...column(310, 23, 3, { from: 3 })]],
    [
      'three',
      [...column(50, 15, 20), ...column(215, 15, 20, { from: 3 }), ...column(380, 15, 20, { from: 5 })],
    ],
  ] as const)('%s', (_, glyphs) => {
    const { blocks, told } = read(glyphs);
    expect(told).toEqual([['columns-unruled', 1]]);
    expect(blocks).toHaveLength(1);
    expect(blocks[0]).toBeInstanceOf(Array);
  });

  it('but for what stands above and below over both', () => {
    const title = line('关于做好防汛工作的通知', 190, 120, 20);
    const below = [...line(words(46, 2), 80, 620), ...line('特此通知。', 60, 640)];
    const { blocks, told } = read([...title, ...two(20), ...below]);
    expect(told).toEqual([['columns-unruled', 1]]);
    expect(blocks.filter((block) => typeof block === 'string')).toEqual([
      '关于做好防汛工作的通知',
      `${words(46, 2)}特此通知。`,
    ]);
  });

  it('each page with its place, and not the page before', () => {
    const { told } = read(column(60, 46, 20), two(20), two(20));
    expect(told).toEqual([
      ['columns-unruled', 2],
      ['columns-unruled', 3],
    ]);
  });
});

describe('a page in one column is read', () => {
  it.each([
    ['text', column(60, 46, 40)],
    [
      'signatures side by side',
      [
        ...column(60, 46, 10),
        ...line('某县人力资源和社会保障局（盖章）', 60, 400),
        ...line('某县住房和城乡建设局（盖章）', 330, 400),
        ...line('2025年1月1日', 100, 420),
        ...line('2025年1月1日', 370, 420),
      ],
    ],
    [
      'signatures of two parties',
      spaced(
        [80, 330],
        ['盖章', '法定代表人签字', '地址', '电话', '开户银行', '账号', '邮编', '传真', '日期'].map((text) => [
          `甲方${text}：`,
          `乙方${text}：`,
        ]),
      ),
    ],
    [
      'a list of contacts',
      spaced(
        [80, 300],
        rowsOf(10, (i) => [`联系人：${PEOPLE[i]}`, '电话：0571-8100000']),
      ),
    ],
    [
      'a table of contents',
      spaced(
        [80, 500],
        rowsOf(12, (i) => [`${'一二三四五六七八九十'[i % 10]}、${words(6 + (i % 4), i)}`, String(i + 3)]),
      ),
    ],
    [
      'names of people',
      spaced(
        [80, 160, 240, 320],
        rowsOf(10, (i) => [0, 1, 2, 3].map((j) => PEOPLE[(i + j) % 10] as string)),
      ),
    ],
    [
      'members of a group',
      spaced(
        [80, 150, 220],
        rowsOf(10, (i) => [
          i === 0 ? '组长：' : i === 1 ? '副组长：' : '成员：',
          PEOPLE[i] as string,
          `县水利局${i % 2 ? '副' : ''}局长`,
        ]),
      ),
    ],
    [
      'items behind their numbers',
      spaced(
        [60, 90],
        rowsOf(12, (i) => [`${i + 1}．`, words(i % 3 ? 38 : 30, i)]),
      ),
    ],
    ['labels and what hangs behind them', [...line('责任单位：', 60, 200), ...column(120, 38, 12)]],
    [
      'lines with a gap each, nowhere the same',
      rowsOf(12, (i) => [words(10 + ((i * 7) % 9), i), words(8, i + 3)]).flatMap(
        ([left = '', right = ''], i) => [
          ...line(left, 60, 200 + i * 16),
          ...line(right, 85 + left.length * 10, 200 + i * 16),
        ],
      ),
    ],
  ] as const)('%s', (_, glyphs) => {
    const { blocks, told } = read(glyphs);
    expect(told).toEqual([]);
    expect(blocks.every((block) => typeof block === 'string')).toBe(true);
  });
});

describe('a table of two columns that nothing rules is told', () => {
  const rows = (count: number) => rowsOf(count, (i) => [words(6 + (i % 3), i), UNITS[i % 5] as string]);
  it.each([
    ['with a header, however short', [['任务', '责任单位'], ...rows(3)]],
    ['without one, where it is long', rows(10)],
  ] as const)('%s', (_, all) => {
    const { blocks, told } = read(spaced([80, 330], all));
    expect(told).toEqual([['columns-unruled', 1]]);
    expect(blocks).toEqual([all.map((row) => [row.join('　')])]);
  });
});
