// Writes pages as an OFD file (GB/T 33190—2016): characters with their offsets, rules as paths.
import { strToU8, zipSync } from 'fflate';
import type { Glyph, PrintedPage } from '../../src/read/positions/printed-page.js';

const MILLIMETRE = 72 / 25.4;
const mm = (points: number) => Number((points / MILLIMETRE).toFixed(3));
const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

const xml = (root: string, inside: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><ofd:${root} xmlns:ofd="http://www.ofdspec.org/2016">${inside}</ofd:${root}>`;

/** Characters that stand behind each other on a line and are as large. */
function runsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const runs: Glyph[][] = [];
  for (const glyph of glyphs) {
    const last = runs.at(-1)?.at(-1);
    const goesOn =
      last && glyph.y === last.y && glyph.size === last.size && glyph.x >= last.x + last.width / 2;
    if (goesOn && glyph.x - last.x < 3 * glyph.size) runs.at(-1)?.push(glyph);
    else runs.push([glyph]);
  }
  return runs;
}

/** Offsets as programs write them: equal ones behind each other are counted. */
export function offsets(steps: readonly number[]): string {
  const words: string[] = [];
  for (let i = 0; i < steps.length; ) {
    let end = i + 1;
    while (steps[end] === steps[i]) end++;
    if (end - i > 2) words.push('g', String(end - i), String(steps[i]));
    else words.push(...steps.slice(i, end).map(String));
    i = end;
  }
  return words.join(' ');
}

function textObject(run: readonly Glyph[], id: number): string {
  const [first] = run as readonly [Glyph];
  const steps = run.slice(1).map(({ x }, i) => mm(x - (run[i] as Glyph).x));
  const top = first.y - first.size;
  const text = run.map((glyph) => glyph.text).join('');
  return (
    `<ofd:TextObject ID="${id}" Boundary="${mm(first.x)} ${mm(top)} 100 ${mm(first.size)}" Font="1" Size="${mm(first.size)}">` +
    `<ofd:TextCode X="0" Y="${mm(first.y - top)}" DeltaX="${offsets(steps)}">${escaped(text)}</ofd:TextCode></ofd:TextObject>`
  );
}

export interface OfdParts {
  /** Parts besides, or other ones in their place. */
  readonly parts?: Readonly<Record<string, string>>;
  /** What is put into each page, before its own objects. */
  readonly inside?: string;
}

/** The bytes of an OFD file with these pages. */
export function ofd(pages: readonly PrintedPage[], { parts = {}, inside = '' }: OfdParts = {}): Uint8Array {
  const files: Record<string, string> = {
    'OFD.xml': xml('OFD', '<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>'),
    'Doc_0/Document.xml': xml(
      'Document',
      '<ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData>' +
        `<ofd:Pages>${pages.map(({ number }) => `<ofd:Page ID="${number}" BaseLoc="Pages/Page_${number}/Content.xml"/>`).join('')}</ofd:Pages>`,
    ),
  };
  for (const { number, width, height, glyphs, rules, pictures } of pages) {
    const objects = [
      ...runsOf(glyphs.filter(({ runs }) => runs === undefined)).map((run, i) => textObject(run, i + 1)),
      ...rules.map(
        ({ left, top, right, bottom }, i) =>
          `<ofd:PathObject ID="${10_000 + i}" Boundary="${mm(left)} ${mm(top)} ${mm(right - left)} ${mm(bottom - top)}" Stroke="false" Fill="true">` +
          `<ofd:AbbreviatedData>M 0 0 L ${mm(right - left)} 0 L ${mm(right - left)} ${mm(bottom - top)} L 0 ${mm(bottom - top)} C</ofd:AbbreviatedData></ofd:PathObject>`,
      ),
      ...pictures.map(
        ({ left, top, right, bottom }, i) =>
          `<ofd:ImageObject ID="${20_000 + i}" Boundary="${mm(left)} ${mm(top)} ${mm(right - left)} ${mm(bottom - top)}" ResourceID="1"/>`,
      ),
    ];
    files[`Doc_0/Pages/Page_${number}/Content.xml`] = xml(
      'Page',
      `<ofd:Area><ofd:PhysicalBox>0 0 ${mm(width)} ${mm(height)}</ofd:PhysicalBox></ofd:Area>` +
        `<ofd:Content><ofd:Layer ID="0">${inside}${objects.join('')}</ofd:Layer></ofd:Content>`,
    );
  }
  return zipSync(
    Object.fromEntries(Object.entries({ ...files, ...parts }).map(([name, text]) => [name, strToU8(text)])),
    {
      mtime: new Date(1980, 0, 1),
    },
  );
}
