import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Document, readDocument } from '../../src/index.js';
import { crossCheck } from '../../src/read/index.js';
import { docx, p, r, tbl, tc, tr } from '../support/docx.js';
import { WORD_CASES } from '../support/word-cases.js';

const FIXTURES = new URL('../../fixtures/', import.meta.url);
const WORD_FIXTURES = readdirSync(FIXTURES, { recursive: true }).filter((name) =>
  /\.docx$/.test(String(name)),
);

const compared = async (bytes: Uint8Array, document?: Document) =>
  crossCheck(bytes, document ?? ((await readDocument(bytes, { name: 'a.docx' })).value as Document));

const differences = async (bytes: Uint8Array, document?: Document) =>
  (await compared(bytes, document)).filter(({ code }) => code !== 'cross-checked');

const HEAD = tr(tc('序号'), tc('任务'), tc('责任单位'));

/** A Word file, and another one with other words in its place. */
async function misread(written: string, read: string) {
  const { value } = await readDocument(docx(read), { name: 'a.docx' });
  return differences(docx(written), value as Document);
}

describe('a second reader', () => {
  it.each(WORD_FIXTURES.map(String))('agrees on %s', async (name) => {
    const bytes = readFileSync(new URL(name, FIXTURES));
    expect(await differences(bytes)).toEqual([]);
  });

  it.each(WORD_CASES)('agrees but for what it is known to lose: $name', async ({ body, parts }) => {
    expect(await differences(docx(body, parts))).toEqual([]);
  });

  it('tells a cell that we have otherwise, with both readings and its place', async () => {
    const row = (unit: string) => tbl(HEAD, tr(tc('1'), tc('甲事'), tc(unit)));
    expect(await misread(row('区水利局、区林业局'), row('区水利局'))).toMatchObject([
      {
        code: 'readers-differ',
        severity: 'error',
        args: { ours: '区水利局', theirs: '区水利局、区林业局' },
        at: { table: 1, row: 2, cell: 3 },
      },
    ]);
  });

  it('tells a paragraph that we lack, at the one before it', async () => {
    expect(await misread(p('甲') + p('乙') + p('丙'), p('甲') + p('丙'))).toMatchObject([
      { code: 'readers-differ', args: { ours: '', theirs: '乙' }, at: { paragraph: 1 } },
    ]);
  });

  it('tells what we have twice', async () => {
    expect(await misread(p('甲') + p('乙'), p('甲') + p('甲') + p('乙'))).toMatchObject([
      { code: 'readers-differ', args: { ours: '甲', theirs: '' } },
    ]);
  });

  it('tells a cell that covers other rows', async () => {
    const rows = (merge: string) =>
      tbl(
        HEAD,
        tr(tc('1'), tc('甲事'), tc('区水利局', `<w:vMerge w:val="restart"/>`)),
        tr(tc('2'), tc('乙事'), tc('', merge)),
      );
    expect(await misread(rows('<w:vMerge/>'), rows('<w:shd/>'))).toMatchObject([
      { args: { ours: '区水利局（1行1列的单元格）', theirs: '区水利局（2行1列的单元格）' } },
    ]);
  });

  it('tells a power that became a number', async () => {
    const power = `<w:p>${r('10')}<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>4</w:t></w:r></w:p>`;
    expect(await misread(power, p('104'))).toMatchObject([{ code: 'readers-differ', args: { ours: '104' } }]);
  });

  it('tells text that a formula beside it does not explain', async () => {
    const formula = '<w:p><m:oMath><m:r><m:t>1</m:t></m:r></m:oMath></w:p>';
    expect(await misread(formula + p('甲'), formula)).toMatchObject([{ args: { ours: '', theirs: '甲' } }]);
  });

  it('is told where it cannot open the file', async () => {
    const picture = '<w:r><w:pict><v:shape><v:imagedata r:id="rId1"/></v:shape></w:pict></w:r>';
    expect(await differences(docx(`<w:p>${picture}</w:p>`))).toMatchObject([
      { code: 'second-reading-failed' },
    ]);
  });

  it('is not asked about other forms', async () => {
    const text = new TextEncoder().encode('甲\n');
    const { value } = await readDocument(text, { name: 'a.txt' });
    expect(await crossCheck(text, value as Document)).toEqual([]);
  });
});
