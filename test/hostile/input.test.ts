// Files that are made to keep the program busy, to fill the memory or to lead it astray: each is refused with its
// code, or read as what it says, in little time and in half a gigabyte.
import { appendFileSync, mkdirSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parseNotice } from '../../src/index.js';
import { emptyFolder, folderWithSmallNotice, run } from '../support/program.js';

const MANY = 100_000;
const HEADER = '\t序号\n\t名称\n\t2025年目标\n\t牵头单位\n\t责任单位\n\t备注\n';
const row = (name: string, goal: string, lead: string, responsible: string) =>
  `\n\t1\n\t${name}\n\t${goal}\n\t${lead}\n\t${responsible}\n\t\n`;
const notice = (rows: string, body = '') =>
  `某府发〔2025〕1号\n关于某事的通知\n各单位：\n请办好。\n某政府\n2025年1月1日\n${body}\n一、某表\n${HEADER}${rows}`;

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const word = (
  body: string,
  { head = '', parts = {} }: { head?: string; parts?: Record<string, string> } = {},
) => zip({ 'word/document.xml': `${head}<w:document ${W}><w:body>${body}</w:body></w:document>`, ...parts });
const zip = (parts: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
const nested = (open: string, inside: string, close: string) =>
  open.repeat(MANY) + inside + close.repeat(MANY);

const SHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const related = (type: string, target: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/${type}" Target="${target}"/></Relationships>`;
const excel = (sheet: string) =>
  zip({
    '_rels/.rels': related('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': `<workbook ${SHEET} xmlns:r="${RELATIONS}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': related('worksheet', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': `<worksheet ${SHEET}>${sheet}</worksheet>`,
  });
const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
const ROWS = `<sheetData><row r="1">${cell('A1', '序号')}${cell('B1', '名称')}</row></sheetData>`;

/** A zip whose directory says that a part is smaller, or larger, than it is. */
function withSize(bytes: Uint8Array, name: string, size: number): Uint8Array {
  const copy = Buffer.from(bytes);
  const at = copy.lastIndexOf(name) - 46;
  copy.writeUInt32LE(size, at + 24);
  return copy;
}

const LOL = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
const HTML = '<html><body><p>各单位：</p>';

const FILES: readonly (readonly [what: string, content: () => string | Uint8Array, told: string])[] = [
  ['a zip bomb', () => zipSync({ 'word/document.xml': new Uint8Array(110e6) }), 'file-too-large'],
  [
    'a part that is larger than the zip says',
    () => withSize(word(paragraph('甲'.repeat(1e6))), 'word/document.xml', 10),
    'file-broken',
  ],
  [
    'a part that is smaller than the zip says',
    () => withSize(word(paragraph('甲'.repeat(1e6))), 'word/document.xml', 19e6),
    'no-tasks',
  ],
  [
    'entities that stand for each other',
    () => word(paragraph('&l9;'), { head: `<!DOCTYPE x [<!ENTITY l0 "lol">${LOL}]>` }),
    'file-broken|file-empty|no-tasks',
  ],
  [
    'an entity that stands for a file',
    () => word(paragraph('&x;'), { head: '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>' }),
    'file-broken|file-empty|no-tasks',
  ],
  [
    'paths in a zip',
    () => word(paragraph('甲'), { parts: { '../../x.xml': '<a/>', '/etc/x.rels': '<a/>' } }),
    'no-tasks',
  ],
  [
    'a Word file nested deep',
    () => word(nested('<w:sdt><w:sdtContent>', paragraph('甲'), '</w:sdtContent></w:sdt>')),
    'page-too-deep',
  ],
  [
    'tables in tables',
    () => word(nested('<w:tbl><w:tr><w:tc>', '', '</w:tc></w:tr></w:tbl>')),
    'page-too-deep',
  ],
  ['a Word file of 600,000 elements', () => word(paragraph('甲').repeat(200_000)), 'elements-too-many'],
  [
    'a list level that no list has',
    () =>
      word(
        `<w:p><w:pPr><w:numPr><w:ilvl w:val="99999999"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>`.repeat(
          100,
        ),
        {
          parts: {
            'word/numbering.xml': `<w:numbering ${W}><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="99999999"><w:start w:val="99999999999"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
          },
        },
      ),
    'no-tasks',
  ],
  [
    'styles that are based on each other',
    () =>
      word(`<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>`, {
        parts: {
          'word/styles.xml': `<w:styles ${W}><w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>`,
        },
      }),
    'no-tasks',
  ],
  ['a page nested deep', () => HTML + '<div>'.repeat(MANY), 'page-too-deep'],
  ['a page of tags that are not closed', () => HTML + '<p><b><i>'.repeat(MANY), 'page-too-deep'],
  [
    'a page of comments that are not closed',
    () => HTML + '<!--'.repeat(MANY),
    'no-tasks|page-without-notice',
  ],
  ['an element of a million attributes', () => `${HTML}<p ${'a=1 '.repeat(1e6)}>一、甲</p>`, 'no-tasks'],
  [
    'a cell that spans more than there is',
    () =>
      `${HTML}<table><tr><td>序号<td>名称<td>牵头单位</tr><tr><td colspan=99999999 rowspan=99999999>1</td></tr></table>`,
    'no-tasks|row-cell-count|table-no-header',
  ],
  [
    'a mail in a mail',
    () =>
      `MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n${'--x\nContent-Type: multipart/related; boundary="x"\n\n'.repeat(20_000)}`,
    'file-broken',
  ],
  [
    'a sheet merged as a whole',
    () => excel(`${ROWS}<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`),
    'cells-too-many',
  ],
  [
    'choices for a whole sheet',
    () =>
      excel(
        `${ROWS}<dataValidations><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"甲"</formula1></dataValidation></dataValidations>`,
      ),
    'no-tasks',
  ],
  [
    'cells far apart',
    () =>
      excel(
        `<sheetData><row r="1">${cell('A1', '序号')}${cell('XFD1', '名称')}</row><row r="1048576">${cell('A1048576', '甲')}${cell('XFD1048576', '乙')}</row></sheetData>`,
      ),
    'no-tasks|table-no-header|title-missing',
  ],
  ['20,001 rows', () => notice(row('甲', '办', '区公安局', '区水利局').repeat(20_001)), 'rows-too-many'],
  ['a page of 500,001 elements', () => HTML + '<p>甲</p>'.repeat(500_000), 'elements-too-many'],
  [
    'a text of 21 MB',
    () => notice(row('甲', '办好'.repeat(3.5e6), '区公安局', '区水利局')),
    'file-too-large',
  ],
  [
    'a sheet of 300,001 cells',
    () => excel(`<sheetData><row r="1">${'<c><v>1</v></c>'.repeat(300_001)}</row></sheetData>`),
    'sheet-too-large',
  ],
];

/** Texts in which something is nested or repeated as often as there is room; none is refused. */
const TEXTS: readonly (readonly [what: string, text: () => string])[] = [
  ['open brackets', () => notice(row('甲', '办好', '区公安局', '（'.repeat(MANY)))],
  ['brackets in brackets', () => notice(row('甲', '办好', '区公安局', `区${nested('（', '局', '）')}`))],
  ['brackets in a goal', () => notice(row('甲', nested('（', '甲', '）'), '区公安局', '区水利局'))],
  ['quotation marks', () => notice(row('甲', '“'.repeat(MANY), '区公安局', '区水利局'))],
  ['digits', () => notice(row('甲', '1'.repeat(MANY), '区公安局', '区水利局'))],
  ['numerals', () => notice(row('甲', '一'.repeat(MANY), '区公安局', '区水利局'))],
  ['comparisons', () => notice(row('甲', '<='.repeat(MANY), '区公安局', '区水利局'))],
  ['raises', () => notice(row('甲', '提高到'.repeat(MANY), '区公安局', '区水利局'))],
  ['figures', () => notice(row('甲', '率达到95%，'.repeat(MANY / 8), '区公安局', '区水利局'))],
  ['times', () => notice(row('甲', '每年'.repeat(MANY), '区公安局', '区水利局'))],
  ['commas', () => notice(row('甲', '办好', '区公安局', '、'.repeat(MANY)))],
  [
    'units',
    () =>
      notice(row('甲', '办好', '区公安局', Array.from({ length: 9000 }, (_, i) => `区甲${i}局`).join('、'))),
  ],
  ['blanks', () => notice(row('甲', `办好${' '.repeat(MANY)}好`, '区公安局', '区水利局'))],
  [
    'sentences',
    () =>
      notice(row('甲', '办好', '区公安局', '区水利局'), `一、总\n（一）事。${'开展整治。'.repeat(MANY / 5)}`),
  ],
  [
    'clauses',
    () =>
      notice('', '一、总\n（一）事。好办。（牵头单位：区公安局；责任单位：区水利局）\n'.repeat(MANY / 50)),
  ],
  ['bookmarks', () => notice(row('甲', '[bookmark: '.repeat(MANY), '区公安局', '区水利局'))],
];

/** Half a gigabyte of memory for what the program makes of a file. */
const BOUNDED = { megabytes: 512 };

describe('a file', () => {
  it.each(FILES)('%s: is refused, or read as what it says', async (_, content, told) => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'notice'), content());
    const { code, stderr } = await run(folder, ['parse', 'notice'], BOUNDED);
    expect(stderr).toMatch(new RegExp(`错误 .*\\[(?:${told})\\]`));
    expect(code).toBeGreaterThan(0);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(readdirSync(folder)).toEqual(['notice']);
  });

  it('of a gigabyte in one line is refused before it is read', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'notice.txt'), '');
    truncateSync(join(folder, 'notice.txt'), 2 ** 30);
    const { code, stderr } = await run(folder, ['parse', 'notice.txt'], BOUNDED);
    expect([code, stderr]).toEqual([3, expect.stringContaining('[file-too-large]')]);
    const piped = await run(folder, ['parse', '-'], {
      node: ['--max-old-space-size=512'],
      stdin: Buffer.alloc(101 * 2 ** 20, '字'),
    });
    expect([piped.code, piped.stderr]).toEqual([3, expect.stringContaining('[file-too-large]')]);
  });

  it('that grows while it is read is not read', async () => {
    const folder = emptyFolder();
    const path = join(folder, 'notice.txt');
    writeFileSync(path, notice(row('甲', '办好'.repeat(1e7), '区公安局', '区水利局')));
    const timer = setInterval(() => appendFileSync(path, '甲'), 1);
    const { code, stderr } = await run(folder, ['parse', 'notice.txt']);
    clearInterval(timer);
    expect([code, stderr]).toEqual([3, expect.stringContaining('[file-changing]')]);
  });

  it('that cannot be read does not keep collect from counting the others', async () => {
    const folder = folderWithSmallNotice();
    await run(folder, ['parse', 'notice.txt']);
    await run(folder, ['export', '--unit', '县水利局', '-o', 'back']);
    mkdirSync(join(folder, 'back', '大'));
    writeFileSync(join(folder, 'back', '大', '大.xlsx'), '');
    truncateSync(join(folder, 'back', '大', '大.xlsx'), 2 ** 30);
    const { code, stdout, stderr } = await run(folder, ['collect', 'back', '-o', '汇总.json']);
    expect([code, stderr]).toEqual([1, expect.stringContaining('[file-too-large]')]);
    expect(stdout).toContain('收到 1 个文件，1 个单位');
  });
});

describe('a text of many', () => {
  it.each(TEXTS)('%s is read', async (_, text) => {
    const { value, diagnostics } = await parseNotice(new TextEncoder().encode(text()), { name: 'a.txt' });
    expect(
      diagnostics.filter(({ severity, code }) => severity === 'error' && code !== 'lead-missing'),
    ).toEqual([]);
    const { total, letterhead, body, appendix, noise } = value?.ledger ?? {
      total: -1,
      letterhead: 0,
      body: 0,
      appendix: 0,
      noise: 0,
    };
    expect(letterhead + body + appendix + noise).toBe(total);
  });
});
