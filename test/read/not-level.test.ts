// Text that goes down or up: told with its place, and no text of which tasks are made; a page on its side is read. What each
// page says was written down before it was read.
import { describe, expect, it } from 'vitest';
import { placeText, readDocument } from '../../src/index.js';
import { documentOf } from '../../src/read/flow.js';
import { readPages } from '../../src/read/positions/flow.js';
import type { Glyph, PrintedPage } from '../../src/read/positions/printed-page.js';
import { ofd } from '../support/ofd.js';
import { pdf, shown } from '../support/pdf.js';
import { grid, line, page } from '../support/printed.js';
import { short } from '../support/short.js';

/** Characters below each other: upright ones, or such as the file says of them. */
const down = (text: string, x: number, y: number, more: Partial<Glyph> = {}) =>
  Array.from(text, (char, i) => line(char, x, y + i * 12, 10, more)).flat();
/** Characters that stand on their side, one above the other. */
const up = (text: string, x: number, y: number) =>
  Array.from(text, (char, i) => line(char, x, y - i * 10, 10, { runs: 'up' })).flat();

const VERTICAL = ['关于做好防汛工作的通知', '县水利局牵头排查山塘，六月底前完成。', '县财政局负责落实资金。'];
const vertical = VERTICAL.flatMap((text, i) => down(text, 500 - i * 20, 100));
const rowsOf = (texts: readonly string[]) => texts.map((text) => [text]);

function read(...pages: readonly PrintedPage[]) {
  const { flow, diagnostics } = readPages(pages, 'a.pdf');
  const { value } = documentOf('a.pdf', flow);
  const doubts = value.blocks.flatMap((block) => (block.kind === 'table' ? (block.doubt ?? []) : []));
  const told = [...diagnostics, ...doubts].map(({ code, at }) => `${code} ${at && placeText(at).slice(6)}`);
  return { blocks: short(value), told };
}

describe('a page that is written from the top down', () => {
  it('is told and kept as it is written, from the right', () => {
    const { blocks, told } = read(page(line('各乡镇：', 100, 100)), page(vertical, [], { number: 2 }));
    expect(blocks).toEqual(['各乡镇：', rowsOf(VERTICAL)]);
    expect(told).toEqual(['text-not-level 页2/行1']);
  });

  it('also where figures in it lie on their side', () => {
    const figure = Array.from('2025', (char, i) => line(char, 502, 232 + i * 6, 10, { runs: 'down' })).flat();
    expect(read(page([...vertical, ...figure])).blocks).toEqual([
      rowsOf([`${VERTICAL[0]}2025`, ...VERTICAL.slice(1)]),
    ]);
  });

  it('and of its tables nothing is read', () => {
    const cells = ['序号', '牵头单位', '一', '县水利局'].map((text, i) =>
      down(text, i < 2 ? 205 : 185, i % 2 ? 160 : 105),
    );
    const { blocks, told } = read(
      page([...vertical, ...cells.flat()], grid([180, 200, 220], [90, 150, 250])),
    );
    expect(blocks).toEqual([rowsOf([...VERTICAL, '序号牵头单位', '一县水利局'])]);
    expect(told).toEqual(['text-not-level 页1/行1']);
  });

  it.each(['Identity-V', 'Identity-H'])('in a PDF file with %s', async (encoding) => {
    const texts = VERTICAL.map((text, i) =>
      encoding === 'Identity-V'
        ? shown(text, 500 - i * 20, 740)
        : Array.from(text, (char, j) => shown(char, 500 - i * 20, 740 - j * 12)).join(' '),
    );
    const file = Buffer.from(pdf([texts.join(' ')]))
      .toString('latin1')
      .replace('/Identity-H', `/${encoding}`);
    const { value } = await readDocument(Buffer.from(file, 'latin1'), { name: 'a.pdf' });
    expect(value && short(value)).toEqual([rowsOf(VERTICAL)]);
  });
});

describe('a part of a page that is not level', () => {
  const letter = [...line('各乡镇：', 100, 100), ...line('请办好。', 120, 120)];

  it('is told, and what is level is read', () => {
    const block = VERTICAL.flatMap((text, i) => down(text, 500 - i * 20, 300));
    const { blocks, told } = read(page([...letter, ...letterBelow(40), ...block]));
    expect(told).toEqual(['text-not-level 页1/行43']);
    expect(blocks).toContainEqual(rowsOf(VERTICAL));
    expect(blocks.slice(0, 2)).toEqual(['各乡镇：', '请办好。']);
  });

  it('is told where it is a table on its side', () => {
    const turned = ['序号', '牵头单位', '1', '县水利局'].map((text, i) =>
      up(text, i < 2 ? 212 : 242, i % 2 ? 345 : 395),
    );
    const table = grid([200, 220, 250], [300, 350, 400]);
    const { blocks, told } = read(page([...letter, ...letterBelow(4), ...turned.flat()], table));
    expect(told).toEqual(['text-not-level 页1/行7']);
    expect(blocks.at(-1)).toEqual(rowsOf(['序号牵头单位', '1县水利局']));
  });

  it('is told where it is upright on a page that lies', () => {
    const lying = [...line('附件任务表说明', 100, 100), ...line('各单位请按时报送材料。', 100, 120)];
    const { blocks, told } = read(
      page([...lying, ...up('各乡镇各部门', 400, 300), ...up('请办好', 420, 300)]),
    );
    expect(told).toEqual(['text-not-level 页1/行3']);
    expect(blocks.at(-1)).toEqual(rowsOf(['各乡镇各部门', '请办好']));
  });

  it('is told beside a table that is read on a page that lies', () => {
    const cells = ['序号', '牵头单位', '1', '县水利局'].flatMap((text, i) =>
      line(text, i % 2 ? 145 : 105, i < 2 ? 112 : 132),
    );
    const { blocks, told } = read(
      page(
        [
          ...up('各乡镇各部门', 400, 300),
          ...up('请办好', 420, 300),
          ...cells,
          ...line('特此通知。', 105, 160),
        ],
        grid([100, 140, 200], [100, 120, 140]),
      ),
    );
    expect(told).toEqual(['text-not-level 页1/行2']);
    expect(blocks).toContainEqual([
      ['序号', '牵头单位'],
      ['1', '县水利局'],
    ]);
  });

  /** So many more lines of a letter. */
  function letterBelow(count: number): Glyph[] {
    return Array.from({ length: count }, (_, i) => line('特此通知。', 120, 140 + i * 15)).flat();
  }
});

describe('what is read', () => {
  it('is a cell with a character a line, or with text on its side', () => {
    const head = [...down('核心指标', 105, 115), ...line('一季度完成投资一亿元', 135, 130)];
    const side = [...up('工作', 110, 190), ...line('二季度完成投资二亿元', 135, 180)];
    const { blocks, told } = read(
      page(
        [...line('附件一：任务分解表', 100, 80), ...head, ...side],
        grid([100, 130, 300], [100, 160, 200]),
      ),
    );
    expect(told).toEqual([]);
    expect(blocks[1]).toEqual([
      ['核心指标', '一季度完成投资一亿元'],
      ['工作', '二季度完成投资二亿元'],
    ]);
  });

  it('is a line at the side of the page', () => {
    const { blocks, told } = read(
      page([...line('各乡镇：', 100, 100), ...line('请办好。', 120, 120), ...up('存档', 560, 400)]),
    );
    expect([blocks, told]).toEqual([['各乡镇：', '请办好。', '存档'], []]);
  });

  it.each(['0 1 -1 0 0 0', '0 -1 1 0 0 0'])('is an OFD page on its side, by %s', async (turn) => {
    const isUp = turn.startsWith('0 -1');
    const text = (at: number, code: string) =>
      `<ofd:TextObject ID="9" Font="1" Boundary="${isUp ? at : 200 - at} ${isUp ? 200 : 50} 60 10" Size="4" CTM="${turn}"><ofd:TextCode X="0" Y="0" DeltaX="4 4 4">${code}</ofd:TextCode></ofd:TextObject>`;
    const inside = text(50, '各乡镇：') + text(60, '请办好。');
    const { value, diagnostics } = await readDocument(ofd([page([])], { inside }), { name: 'a.ofd' });
    expect([value && short(value), diagnostics]).toEqual([['各乡镇：', '请办好。'], []]);
  });
});
