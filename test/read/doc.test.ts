// Word 97 files: one that LibreOffice wrote, with what it was made of beside it, and small ones with what MS-DOC says.
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Document, placeText, readDocument } from '../../src/index.js';
import { doc } from '../support/doc.js';
import { runs } from '../support/runs.js';
import { noiseOf, short, unreadOf } from '../support/short.js';

const made = (name: string) => readFileSync(new URL(`../../fixtures/word97/${name}`, import.meta.url));
const spansOf = ({ blocks }: Document) =>
  blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? []
      : [block.rows.map(({ cells }) => cells.map(({ rowSpan, colSpan }) => `${rowSpan}x${colSpan}`))],
  );

describe('a Word 97 file that LibreOffice wrote', () => {
  const SHOWN = [
    '一、总则',
    '（一）甲',
    '（二）乙',
    '1.丙',
    '间',
    '二、责任',
    '明白10⁴完',
    [
      ['序号', '任务'],
      ['1', '甲\n第二段', '内一　内二\n外'],
      ['乙', '丙'],
    ],
    '尾后',
    '框内字',
  ];

  it('has the numbers of its lists, its merged cells, and not what is struck out or hidden', async () => {
    const { value, diagnostics } = await readDocument(made('libreoffice.doc'), { name: 'a.doc' });
    const document = value as Document;
    expect(short(document)).toEqual(SHOWN);
    expect(spansOf(document)).toEqual([
      [
        ['1x1', '1x2'],
        ['2x1', '1x1', '1x1'],
        ['1x1', '1x1'],
      ],
    ]);
    expect(noiseOf(document)).toEqual([
      ['footnote', '脚注文'],
      ['comment', '批注文'],
      ['deleted', '删去'],
      ['invisible', '暗'],
      ['deleted', '双删'],
      ['invisible', '样式藏'],
      ['invisible', '段藏'],
      ['deleted', '旧'],
    ]);
    expect(unreadOf(document)).toEqual([]);
    expect(diagnostics.map(({ code, at }) => [code, at && placeText(at).slice(6)])).toEqual([
      ['text-box', ''],
      ['numbering-rebuilt', ''],
      ['words-struck', '段7'],
      ['words-hidden', '段7'],
      ['words-struck', '段7'],
      ['words-hidden', '段7'],
      ['words-hidden', '段7'],
      ['words-struck', '表1/行2/列2'],
      ['nested-table', '表1/行2/列3'],
      ['notes-aside', ''],
    ]);
  });

  it('is read as what it was made of', async () => {
    const { value } = await readDocument(made('libreoffice.fodt'), { name: 'a.fodt' });
    expect(short(value as Document)).toEqual(SHOWN);
  });
});

describe('the text of a Word 97 file', () => {
  it.each([
    ['paragraphs, line breaks, pages', '甲\u000b乙\r丙\u000c丁\r', ['甲', '乙', '丙', '丁'], []],
    ['signs of its own', '一\u001e二\t三\u0002\u0005\u0008\r', ['一\u2011二\t三'], []],
    ['fields with a result', '共\u0013 =SUM(A1) \u0014' + '7\u0015项\r', ['共7项'], []],
    [
      'fields in the instruction of others',
      '\u0013IF \u0013PAGE\u0014' + '3\u0015 = 3\u0014是\u0015\r',
      ['是'],
      [],
    ],
    ['fields without a result', '\u0013eq \\o\\ac(○,3)\u0015新建\u0013 XE "甲"\u0015\r', ['③新建'], []],
    ['fields that only Word knows', '截至\u0013 TIME \u0015止\r', ['截至止'], ['field-unread']],
    [
      'fields of a form whose answer is elsewhere',
      '\u0013FORMCHECKBOX\u0014\u0015是\u0013 FORMDROPDOWN \u0015\r',
      ['是'],
      ['field-unread', 'field-unread'],
    ],
    ['cells that nothing says how they lie', '甲\u0007乙\u0007\r丙\r', ['甲', '乙', '丙'], []],
  ])('%s', async (_, text, shown, told) => {
    const { value, diagnostics } = await readDocument(doc(text), { name: 'a.doc' });
    expect(short(value as Document)).toEqual(shown);
    expect(diagnostics.map(({ code }) => code)).toEqual(told);
  });
});

describe('a Word 97 file that cannot be read', () => {
  it.each([
    ['empty', doc('\r'), 'file-empty'],
    ['encrypted', doc('甲\r', (main) => main.setUint16(0x0a, 0x0300, true)), 'file-encrypted'],
    ['Word 95', doc('甲\r', (main) => main.setUint16(0, 0xa5dc, true)), 'format-unsupported'],
    ['something else', doc('甲\r', (main) => main.setUint16(0, 0x1234, true)), 'file-broken'],
    ['without its text', doc('甲\r', (main) => main.setUint32(0x1a2, 60, true)), 'file-broken'],
    ['cut off', made('libreoffice.doc').subarray(0, 8000), 'file-broken'],
  ])('is refused: %s', async (_, bytes, code) => {
    const { value, diagnostics } = await readDocument(bytes, { name: 'a.doc' });
    expect([value, diagnostics.map((each) => each.code)]).toEqual([undefined, [code]]);
  });

  it('is read or refused, whatever is damaged in it', async () => {
    const whole = made('libreoffice.doc');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 }),
        async (damages) => {
          const bytes = Uint8Array.from(whole);
          for (const [at, byte] of damages) bytes[at] = byte;
          const { value, diagnostics } = await readDocument(bytes, { name: 'a.doc' });
          expect(value !== undefined || diagnostics.length > 0).toBe(true);
        },
      ),
      { numRuns: runs(80) },
    );
  });
});
