// The law of what is shown: on random pages and workbooks, every character that people see is in the Document once, in
// the order of the page; what they do not see is set aside; and the account counts them all. The model counts for itself.
import ExcelJS from 'exceljs';
import * as fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { type Document, parseNotice, readDocument } from '../../src/index.js';
import { runs } from '../support/runs.js';
import { noiseOf, short } from '../support/short.js';

/** What becomes of a text: it is shown, set aside, or no text at all. */
const SHOWN = '⟨s⟩';
const ASIDE = '⟨a⟩';
const NONE = '⟨n⟩';
const PLACES = /⟨([san])⟩/g;

/** All texts of some markup as set aside. */
const aside = (html: string) => html.replaceAll(SHOWN, ASIDE);

/** The markup with a text of its own at each place, and which texts are what. */
function numbered(html: string) {
  const texts: Record<'s' | 'a' | 'n', string[]> = { s: [], a: [], n: [] };
  let count = 0;
  const page = html.replace(PLACES, (_, state: 's' | 'a' | 'n') => {
    const text = `〔${++count}〕`;
    texts[state].push(text);
    return text;
  });
  return { page, shown: texts.s, aside: texts.a, none: texts.n };
}

const characters = (texts: readonly string[]) => Array.from(texts.join('').replace(/\s/g, '')).length;
const textsIn = (text: string) => text.match(/〔\d+〕/g) ?? [];
const inBlocks = (document: Document) => textsIn(short(document).flat(3).join('\n'));
const inNoise = (document: Document) =>
  textsIn(
    noiseOf(document)
      .map(([, text]) => text)
      .join('\n'),
  );
const sorted = (texts: readonly string[]) => [...texts].sort();

const HIDES = [
  'style="display:none"',
  'style="DISPLAY : none"',
  'hidden',
  'style="visibility:hidden"',
  'style="x:y;display:none!important"',
];
const STRIKES = ['s', 'del', 'strike', 'span style="text-decoration:line-through"'];
const element = (tag: string, inside: string) => `<${tag}>${inside}</${tag.split(' ')[0]}>`;

const { block } = fc.letrec<{
  leaf: string;
  inline: string;
  line: string;
  block: string;
  table: string;
  row: string;
  cell: string;
}>((tie) => ({
  leaf: fc.constantFrom(
    SHOWN,
    SHOWN,
    '<br>',
    '<img src="a.png">',
    `<input value="${SHOWN}">`,
    `<input type="hidden" value="${NONE}"><input type="submit" value="${ASIDE}">`,
    `<textarea>${SHOWN}</textarea>`,
    `<select><option>${ASIDE}</option><option selected>${SHOWN}</option></select>`,
    `<button>${ASIDE}</button>`,
    `<svg><title>${NONE}</title><text>${SHOWN}</text></svg>`,
    `<math><mfrac><mi>${SHOWN}</mi><mi>${SHOWN}</mi></mfrac><annotation>${NONE}</annotation></math>`,
    `<ruby>${SHOWN}<rp>${NONE}</rp><rt>${ASIDE}</rt></ruby>`,
    `<noscript>${ASIDE}</noscript>`,
    `<script>${NONE}</script><style>${NONE}</style><template>${NONE}</template><!-- ${NONE} -->`,
    `<canvas>${ASIDE}</canvas>`,
    `<sup>${SHOWN}</sup>`,
  ),
  inline: fc.oneof(
    { depthSize: 'small' },
    tie('leaf'),
    fc
      .tuple(fc.constantFrom('span', 'b', 'u', 'ins', 'font', 'sub'), tie('line'))
      .map(([tag, inside]) => element(tag, inside)),
    fc
      .tuple(fc.constantFrom(...HIDES), tie('line'))
      .map(([how, inside]) => aside(`<span ${how}>${inside}</span>`)),
    fc.tuple(fc.constantFrom(...STRIKES), tie('line')).map(([tag, inside]) => aside(element(tag, inside))),
  ),
  line: fc.array(tie('inline'), { minLength: 1, maxLength: 3 }).map((all) => all.join('')),
  block: fc.oneof(
    { depthSize: 'small' },
    tie('line').map((inside) => element('p', inside)),
    fc
      .tuple(
        fc.constantFrom('div', 'section', 'details', 'article', 'blockquote'),
        fc.array(tie('block'), { minLength: 1, maxLength: 3 }),
      )
      .map(([tag, inside]) => element(tag, inside.join(''))),
    fc
      .tuple(fc.constantFrom(...HIDES), tie('block'))
      .map(([how, inside]) => aside(`<div ${how}>${inside}</div>`)),
    tie('block').map((inside) => aside(element('dialog', inside))),
    tie('line').map((inside) => element('form', `<p>请抓好落实。</p>${inside}`)),
    fc.constant(`<pre>${SHOWN}\n${SHOWN}</pre>`),
    tie('table'),
  ),
  table: fc.array(tie('row'), { minLength: 1, maxLength: 3 }).map((rows) => element('table', rows.join(''))),
  row: fc
    .tuple(
      fc.array(tie('cell'), { minLength: 2, maxLength: 3 }),
      fc.constantFrom('', '', '', 'style="display:none"'),
    )
    .map(([cells, how]) => {
      const row = `<tr ${how}>${cells.join('')}</tr>`;
      return how === '' ? row : aside(row);
    }),
  cell: fc
    .tuple(
      tie('line'),
      fc.constantFrom(
        '',
        '',
        '',
        'rowspan="0"',
        'rowspan="9"',
        'colspan="2"',
        'style="display:none"',
        'style="visibility:hidden"',
      ),
    )
    .map(([inside, how]) => {
      const cell = `<td ${how}>${inside}</td>`;
      return how.startsWith('style') ? aside(cell) : cell;
    }),
}));

const TO = '各乡镇人民政府，县级各部门：';
const TASKS = ['序号', '任务', '牵头单位', '1', '甲事', '县公安局'];
const row = (cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const TABLE = `<table>${row(TASKS.slice(0, 3))}${row(TASKS.slice(3))}</table>`;

it('of a page every text that is shown is in the Document once and in order, and the account counts all', () => {
  return fc.assert(
    fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 4 }), async (blocks) => {
      const { page, shown, aside: set, none } = numbered(blocks.join(''));
      const bytes = new TextEncoder().encode(
        `<body><p>首页</p><div><p>${TO}</p>${page}${TABLE}</div></body>`,
      );
      const { value } = await readDocument(bytes, { name: 'a.html' });
      const document = value as Document;
      expect(inBlocks(document)).toEqual(shown);
      expect(sorted(inNoise(document))).toEqual(sorted(set));
      for (const text of none) expect(document.text).not.toContain(text);
      const { value: book } = await parseNotice(bytes, { name: 'a.html' });
      const others = ['首页', TO, ...TASKS];
      for (const _ of page.match(/请抓好落实。/g) ?? []) others.push('请抓好落实。');
      for (const _ of page.match(/<mfrac>/g) ?? []) others.push('/');
      expect(book?.ledger.total).toBe(characters([...shown, ...set, ...others]));
    }),
    { numRuns: runs(80) },
  );
});

/** A workbook: what stands in each cell, how, and which rows and columns are hidden. */
const sheet = fc.record({
  cells: fc.array(
    fc.array(fc.constantFrom('text', 'text', 'struck', 'empty', 'half', 'noted'), {
      minLength: 3,
      maxLength: 3,
    }),
    { minLength: 2, maxLength: 5 },
  ),
  hiddenRows: fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { maxLength: 2 }),
  hiddenColumns: fc.uniqueArray(fc.integer({ min: 1, max: 3 }), { maxLength: 1 }),
  merge: fc.option(fc.constantFrom('A1:B1', 'A1:A2', 'B1:C2', 'B2:C2')),
  box: fc.option(fc.integer({ min: 0, max: 8 })),
  isHidden: fc.boolean(),
});

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';

function withBox(bytes: Uint8Array, at: number, text: string): Uint8Array {
  const parts = unzipSync(bytes);
  const name = 'xl/worksheets/sheet1.xml';
  const relations = 'xl/worksheets/_rels/sheet1.xml.rels';
  const related =
    '<Relationship Id="rIdBox" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing" Target="/xl/drawings/drawing9.xml"/></Relationships>';
  const earlier = parts[relations]
    ? strFromU8(parts[relations])
    : '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';
  parts[relations] = strToU8(earlier.replace('</Relationships>', related));
  parts[name] = strToU8(
    strFromU8(parts[name] as Uint8Array).replace('</worksheet>', '<drawing r:id="rIdBox"/></worksheet>'),
  );
  parts['xl/drawings/drawing9.xml'] = strToU8(
    `<wsDr xmlns="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main"><oneCellAnchor><from><col>0</col><row>${at}</row></from><sp><txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></txBody></sp></oneCellAnchor></wsDr>`,
  );
  return zipSync(parts);
}

it('of a workbook every text that is shown is in the Document once and in order, and the account counts all', () => {
  return fc.assert(
    fc.asyncProperty(sheet, async ({ cells, hiddenRows, hiddenColumns, merge, box, isHidden }) => {
      const workbook = new ExcelJS.Workbook();
      const own = workbook.addWorksheet('台账', { state: isHidden ? 'hidden' : 'visible' });
      const first = merge?.split(':')[0];
      const covered = new Set<string>();
      const covers: [number, number][] = [];
      if (merge) {
        const [, left = '', top = '', right = '', bottom = ''] = /([A-C])(\d):([A-C])(\d)/.exec(merge) ?? [];
        for (let r = Number(top); r <= Number(bottom); r++)
          for (const column of 'ABC') {
            if (column < left || column > right) continue;
            covers.push([r, 'ABC'.indexOf(column) + 1]);
            if (`${column}${r}` !== first) covered.add(`${column}${r}`);
          }
      }
      const shown: string[] = [];
      const set: string[] = [];
      const isSeen = (r: number, c: number) => !hiddenRows.includes(r) && !hiddenColumns.includes(c);
      let count = 0;
      /** Where each text that is shown stands: a merged one where it is first to be seen. */
      const placed: [number, number, string][] = [];
      for (const [i, states] of cells.entries())
        for (const [j, state] of states.entries()) {
          const [r, c] = [i + 1, j + 1];
          const cell = own.getCell(r, c);
          if (state === 'empty' || covered.has(cell.address)) continue;
          const [text, other] = [`〔${++count}〕`, `〔${++count}〕`];
          const seen =
            cell.address === first
              ? covers.find(([row, column]) => isSeen(row, column))
              : isSeen(r, c)
                ? ([r, c] as const)
                : undefined;
          const put = (own: string) => {
            if (seen && !isHidden) placed.push([seen[0], seen[1], own]);
            else set.push(own);
          };
          if (state === 'struck') {
            cell.value = text;
            cell.font = { strike: true };
            set.push(text);
          } else if (state === 'half') {
            cell.value = {
              richText: [
                { text, font: { strike: true } },
                { text: other, font: {} },
              ],
            };
            set.push(text);
            put(other);
          } else {
            cell.value = text;
            put(text);
            if (state === 'noted') {
              cell.note = other;
              set.push(other);
            }
          }
        }
      if (merge) own.mergeCells(merge);
      for (const each of hiddenRows) own.getRow(each).hidden = true;
      for (const each of hiddenColumns) own.getColumn(each).hidden = true;
      shown.push(...placed.sort((a, b) => a[0] - b[0] || a[1] - b[1]).map(([, , text]) => text));
      let bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
      const boxText = '〔99〕';
      if (box !== null) bytes = new Uint8Array(withBox(bytes, box, boxText));
      const { value } = await readDocument(bytes, { name: 'a.xlsx' });
      if (!value) {
        expect([shown, set, box]).toEqual([[], [], null]);
        return;
      }
      expect(inBlocks(value).filter((text) => text !== boxText)).toEqual(shown);
      expect(sorted(inNoise(value))).toEqual(
        sorted([...set, ...(box !== null && isHidden ? [boxText] : [])]),
      );
      expect(inBlocks(value).filter((text) => text === boxText)).toHaveLength(
        box !== null && !isHidden ? 1 : 0,
      );
      const named = /台账/.test(value.text) ? ['台账'] : [];
      expect(characters([value.text])).toBe(
        characters([...shown, ...set, ...named, ...(box === null ? [] : [boxText])]),
      );
    }),
    { numRuns: runs(30) },
  );
});
