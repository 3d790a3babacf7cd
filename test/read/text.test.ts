import { describe, expect, it } from 'vitest';
import { type Document, readDocument } from '../../src/index.js';
import { short } from '../support/short.js';

const read = async (content: string | Uint8Array) => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return (await readDocument(bytes, { name: 'a.txt' })).value as Document;
};

describe('the layout of one cell a line', () => {
  it('parts cells by tabs at line starts and rows by empty lines', async () => {
    expect(short(await read('题\n\t甲\n\t乙\n\n\t丙\n\t丁\n\n完'))).toEqual([
      '题',
      [
        ['甲', '乙'],
        ['丙', '丁'],
      ],
      '完',
    ]);
  });

  it('gives a cell its further lines, which have no tab', async () => {
    expect(short(await read('\t甲\n乙\n\t丙\n'))).toEqual([[['甲\n乙', '丙']]]);
  });

  it('keeps empty cells, and drops blanks around a line', async () => {
    expect(short(await read('\t 甲 \n\t\n\t　\n\t乙\n'))).toEqual([[['甲', '', '', '乙']]]);
  });

  it('takes paragraphs that are merely indented for paragraphs', async () => {
    expect(short(await read('\t一段\n\n\t又一段\n'))).toEqual(['一段', '又一段']);
  });

  it('parts two tables by a paragraph', async () => {
    expect(short(await read('\t甲\n\t乙\n\n二\n\t丙\n\t丁\n'))).toEqual([
      [['甲', '乙']],
      '二',
      [['丙', '丁']],
    ]);
  });
});

describe('noise', () => {
  it('is set aside with its kind and place, and is in no text', async () => {
    const document = await read('题[bookmark: _Toc1]目\u200B\n\t[bookmark: _GoBack]甲\n\t乙\n');
    expect(short(document)).toEqual(['题目', [['甲', '乙']]]);
    expect(document.noise.map(({ kind, passage }) => [kind, passage.text, passage.at])).toEqual([
      ['bookmark', '[bookmark: _Toc1]', 'a.txt:1:2'],
      ['invisible', '\u200B', 'a.txt:1:20'],
      ['bookmark', '[bookmark: _GoBack]', 'a.txt:2:2'],
    ]);
  });
});

describe('places', () => {
  it('are line and column of what is printed, whatever the line breaks', async () => {
    for (const lineBreak of ['\n', '\r\n', '\r']) {
      const [paragraph, table] = (await read(['', '  题', '\t 甲', '\t乙'].join(lineBreak))).blocks;
      expect(paragraph?.kind === 'paragraph' && paragraph.passage.at).toBe('a.txt:2:3');
      expect(table?.kind === 'table' && table.rows[0]?.cells.map(({ passage }) => passage.at)).toEqual([
        'a.txt:3:3',
        'a.txt:4:2',
      ]);
    }
  });
});

describe('encodings', () => {
  it('reads GB18030, and GBK with it', async () => {
    expect(short(await read(new Uint8Array([0xb9, 0xd8, 0xd3, 0xda, 0xcd, 0xa8, 0xd6, 0xaa])))).toEqual([
      '关于通知',
    ]);
  });
});
