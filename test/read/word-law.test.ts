// Whatever stands in a Word file, in whatever places: each of its characters is read, set aside, or told, and none twice.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Document, readDocument, readNotice } from '../../src/index.js';
import { docx, relations } from '../support/docx.js';
import { runs } from '../support/runs.js';
import { short, unreadOf } from '../support/short.js';

/** What is to become of a piece of text: it is read, set aside, or told as unread; or the reader puts it in. */
type Fate = 'shown' | 'aside' | 'unread' | 'put';

interface Piece {
  readonly text: string;
  readonly fate: Fate;
}

/** A part of a file, and what a person sees of it, in reading order. */
interface Part {
  readonly xml: string;
  readonly pieces: readonly Piece[];
  /** Those of its texts that stand in the file, in the order of the file. */
  readonly holes: readonly Piece[];
  /** What hangs on the paragraph that it stands in, and so comes behind it. */
  readonly after?: readonly Piece[];
  /** How much is drawn and not read. */
  readonly drawn?: number;
}

/** A place for a text that no other place has; which one is known when the whole file is. */
const HOLE = '\u{F0000}';
const TOKENS = /〔[^〕]*〕/g;
const tokenOf = (n: number) =>
  `〔${Array.from(String(n), (digit) => '天地玄黄宇宙洪荒日月'[Number(digit)]).join('')}〕`;

const piece = (fate: Fate, text = HOLE): Piece => ({ text, fate });
const leaf = (xml: string, ...pieces: Piece[]): Part => ({ xml, pieces, holes: [] });
/** The same with texts of its own. */
const fresh = ({ pieces, ...part }: Part): Part => {
  const own = pieces.map((each) => ({ ...each }));
  return { ...part, pieces: own, holes: own.filter(({ text }) => text === HOLE) };
};
const merged = (parts: readonly Part[], xml: string): Part => ({
  xml,
  pieces: parts.flatMap(({ pieces }) => pieces),
  holes: parts.flatMap(({ holes }) => holes),
  after: parts.flatMap(({ after = [] }) => after),
  drawn: parts.reduce((sum, { drawn = 0 }) => sum + drawn, 0),
});
const joined = (parts: readonly Part[]) => parts.map(({ xml }) => xml).join('');

const r = (inside: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr>${inside}</w:r>`;
const t = `<w:t xml:space="preserve">${HOLE}</w:t>`;
const char = (type: string, data = '') => r(`<w:fldChar w:fldCharType="${type}">${data}</w:fldChar>`);
const instr = (text: string) => r(`<w:instrText xml:space="preserve">${text}</w:instrText>`);
const field = (text: string, data = '') => char('begin', data) + instr(text) + char('end');
const mr = `<m:r><m:t>${HOLE}</m:t></m:r>`;
const choice = (newer: string, older: string) =>
  `<mc:AlternateContent><mc:Choice Requires="wps">${newer}</mc:Choice><mc:Fallback>${older}</mc:Fallback></mc:AlternateContent>`;

/** Parts of a paragraph. */
const LEAVES: readonly Part[] = [
  leaf(r(t), piece('shown')),
  leaf(r(t, '<w:vertAlign w:val="superscript"/>'), piece('shown')),
  leaf(r(t, '<w:strike/>'), piece('aside')),
  leaf(r(t, '<w:dstrike/>'), piece('aside')),
  leaf(r(t, '<w:vanish/>'), piece('aside')),
  leaf(r(t, '<w:rStyle w:val="Gone"/>'), piece('aside')),
  leaf(r(t, '<w:rStyle w:val="Gone"/><w:vanish w:val="0"/>'), piece('shown')),
  leaf(`<w:ins w:id="1">${r(t)}</w:ins>`, piece('shown')),
  leaf(`<w:del w:id="1">${r(`<w:delText>${HOLE}</w:delText>`)}</w:del>`, piece('aside')),
  leaf(`<w:moveFrom w:id="1">${r(t)}</w:moveFrom>`, piece('aside')),
  leaf(`<w:moveTo w:id="1">${r(t)}</w:moveTo>`, piece('shown')),
  leaf(r('<w:br/>')),
  leaf(r('<w:sym w:font="Symbol" w:char="F0B3"/>'), piece('put', '≥')),
  leaf(char('begin') + instr('REF a') + char('separate') + r(t) + char('end'), piece('shown')),
  leaf(field('XE "甲"')),
  leaf(field(`MACROBUTTON No ${HOLE}`), piece('shown')),
  leaf(
    field('FORMDROPDOWN', `<w:ffData><w:ddList><w:listEntry w:val="${HOLE}"/></w:ddList></w:ffData>`),
    piece('shown'),
  ),
  leaf(field('SYMBOL 179 \\f "Symbol"'), piece('put', '≥')),
  leaf(field('EQ \\o\\ac(○,3)'), piece('put', '③')),
  leaf(field(`EQ \\f(${HOLE},${HOLE})`), piece('shown'), piece('shown'), piece('put', '()/()')),
  leaf(field(`EQ \\i(0,1,${HOLE})`), piece('unread'), piece('put', 'EQ\\i(0,1,)')),
  leaf(
    char('begin') +
      instr('= ') +
      char('begin') +
      instr('REF a') +
      char('separate') +
      r(t) +
      char('end') +
      char('separate') +
      r(t) +
      char('end'),
    piece('aside'),
    piece('shown'),
  ),
  leaf(
    `<m:oMath><m:f><m:num>${mr}</m:num><m:den>${mr}</m:den></m:f></m:oMath>`,
    piece('shown'),
    piece('shown'),
    piece('put', '()/()'),
  ),
  leaf(
    `<m:oMath><m:sSup><m:e>${mr}</m:e><m:sup>${mr}</m:sup></m:sSup></m:oMath>`,
    piece('shown'),
    piece('shown'),
    piece('put', '^()'),
  ),
  leaf(
    `<m:oMath><m:rad><m:deg/><m:e>${mr}</m:e></m:rad><m:d><m:e>${mr}</m:e></m:d></m:oMath>`,
    piece('shown'),
    piece('shown'),
    piece('put', '√()()'),
  ),
  leaf(r(choice(t, '<w:t>同样的字</w:t>')), piece('shown'), piece('aside', '同样的字')),
  leaf(r(choice('<w:drawing/>', t)), piece('aside')),
  leaf(
    r(`<w:ruby><w:rt>${r(t)}</w:rt><w:rubyBase>${r(t)}</w:rubyBase></w:ruby>`),
    piece('aside'),
    piece('shown'),
  ),
  leaf(`<w:strange>${r(t)}</w:strange>`, piece('unread')),
  { xml: r('<w:drawing><pic:pic/></w:drawing>'), pieces: [], holes: [], drawn: 1 },
  {
    xml: r('<w:object><v:shape><v:imagedata/></v:shape><o:OLEObject ProgID="Excel.Sheet.12"/></w:object>'),
    pieces: [],
    holes: [],
    drawn: 1,
  },
];

const around = (names: readonly string[], inside: fc.Arbitrary<Part>) =>
  fc
    .tuple(fc.constantFrom(...names), fc.array(inside, { minLength: 1, maxLength: 2 }))
    .map(([name, parts]) => {
      const xml = name === 'sdt' ? `<w:sdtContent>${joined(parts)}</w:sdtContent>` : joined(parts);
      return merged(parts, `<w:${name}>${xml}</w:${name}>`);
    });

const row = (properties: string, cells: readonly string[]) =>
  `<w:tr><w:trPr>${properties}</w:trPr>${cells.join('')}</w:tr>`;
const cell = (properties: string, inside: string) => `<w:tc><w:tcPr>${properties}</w:tcPr>${inside}</w:tc>`;
const para = (inside: string) => `<w:p>${inside}</w:p>`;

/** Rows of which a person sees something else than what stands in them. */
const ROWS: readonly Part[] = [
  leaf(row('<w:del/>', [cell('', para(r(t))), cell('', para(r(t)))]), piece('aside'), piece('aside')),
  leaf(row('<w:hidden/>', [cell('', para(r(t))), cell('', para(r(t)))]), piece('aside'), piece('aside')),
  leaf(
    row('', [cell('', para(r(t, '<w:strike/>'))), cell('', para(r(t, '<w:strike/>')))]),
    piece('aside'),
    piece('aside'),
  ),
  leaf(
    row('', [cell('<w:cellDel w:id="1"/>', para(r(t))), cell('', para(r(t)))]),
    piece('aside'),
    piece('shown'),
  ),
  leaf(row('<w:gridBefore w:val="1"/>', [cell('', para(r(t)))]), piece('shown')),
  leaf(
    row('', [cell('<w:vMerge w:val="restart"/>', para(r(t))), cell('', para(r(t)))]) +
      row('', [cell('<w:vMerge/>', para(r(t))), cell('', para(r(t)))]),
    piece('shown'),
    piece('shown'),
    piece('unread'),
    piece('shown'),
  ),
  leaf(
    row('', [cell('', para(r(t))), cell('', para(r(t)))]) + row('', [cell('<w:vMerge/>', para(r(t)))]),
    piece('shown'),
    piece('shown'),
    piece('shown'),
  ),
  leaf(
    row('', [cell('<w:hMerge w:val="restart"/>', para(r(t))), cell('<w:hMerge/>', para(r(t)))]),
    piece('shown'),
    piece('unread'),
  ),
];

const { block } = fc.letrec<{ inline: Part; block: Part; paragraph: Part; table: Part }>((tie) => ({
  inline: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { arbitrary: fc.constantFrom(...LEAVES).map(fresh), weight: 12 },
    { arbitrary: around(['hyperlink', 'smartTag', 'sdt', 'ins'], tie('inline')), weight: 2 },
    {
      arbitrary: fc.array(tie('block'), { minLength: 1, maxLength: 2 }).map((parts) => {
        const inside = merged(parts, `<w:txbxContent>${joined(parts)}</w:txbxContent>`);
        return {
          ...inside,
          xml: r(`<w:drawing>${inside.xml}</w:drawing>`),
          pieces: [],
          after: inside.pieces,
        };
      }),
      weight: 1,
    },
  ),
  paragraph: fc.array(tie('inline'), { minLength: 1, maxLength: 5 }).map((parts) => {
    const { pieces, after = [], ...part } = merged(parts, para(joined(parts)));
    return { ...part, pieces: [...pieces, ...after] };
  }),
  table: fc
    .array(
      fc.oneof(
        fc.constantFrom(...ROWS).map(fresh),
        fc
          .array(fc.array(tie('block'), { minLength: 1, maxLength: 2 }), { minLength: 2, maxLength: 3 })
          .map((cells) =>
            merged(
              cells.flat(),
              row(
                '',
                cells.map((parts) => cell('', joined(parts))),
              ),
            ),
          ),
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((rows) => merged(rows, `<w:tbl>${joined(rows)}</w:tbl>`)),
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { arbitrary: tie('paragraph'), weight: 5 },
    { arbitrary: tie('table'), weight: 2 },
    { arbitrary: around(['sdt', 'customXml'], tie('block')), weight: 1 },
    { arbitrary: fc.constant(leaf('<w:altChunk r:id="rId5"/>', piece('put', '另一份里的字'))), weight: 1 },
  ),
}));

const STYLES = '<w:style w:type="character" w:styleId="Gone"><w:rPr><w:vanish/></w:rPr></w:style>';
const PARTS = {
  ...relations(['rId5', 'aFChunk', 'part.txt']),
  'word/part.txt': new TextEncoder().encode('另一份里的字'),
  'word/styles.xml': ['w:styles', STYLES] as const,
};

const bare = (text: string) => text.replace(/\s/g, '');

describe('a Word file', () => {
  it('is read, set aside or told to its last character, in reading order, and nothing twice', () =>
    fc.assert(
      fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 5 }), async (blocks) => {
        const whole = merged(blocks, joined(blocks));
        const { holes } = whole;
        let n = 0;
        const body = whole.xml.replaceAll(HOLE, () => tokenOf(++n));
        const tokens = new Map(holes.map((each, i) => [each, tokenOf(i + 1)]));
        expect(holes).toHaveLength(n);

        const { value, diagnostics } = await readDocument(docx(body, PARTS), { name: 'a.docx' });
        const document = value as Document;
        const of = (fate: Fate) =>
          whole.pieces.flatMap((each) => (each.fate === fate ? (tokens.get(each) ?? []) : []));
        const found = (texts: readonly string[]) => texts.flatMap((text) => text.match(TOKENS) ?? []);

        expect(found(short(document).flat(3))).toEqual(of('shown'));
        expect(found(document.noise.map(({ passage }) => passage.text)).sort()).toEqual(of('aside').sort());
        expect(found(unreadOf(document).map(([text]) => text)).sort()).toEqual(of('unread').sort());

        const total = whole.pieces.reduce((sum, each) => sum + bare(tokens.get(each) ?? each.text).length, 0);
        const ledger = readNotice(document).value?.ledger;
        expect(ledger?.total ?? bare(document.text).length).toBe(total);
        const drawn = diagnostics.filter(({ code }) => /^(?:drawing|object|cell)-unread$/.test(code));
        expect(drawn).toHaveLength(whole.drawn ?? 0);
      }),
      { numRuns: runs(150) },
    ));
});
