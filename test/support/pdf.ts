// Writes small PDF files: a page's program, and a font that any character can be written with.

/** The program of a text at a place: <…> has its characters in UTF-16, as the font of these files wants them. */
export function shown(text: string, x: number, y: number, size = 10, besides = ''): string {
  const codes = Array.from({ length: text.length }, (_, i) =>
    text.charCodeAt(i).toString(16).padStart(4, '0'),
  ).join('');
  return `BT /F1 ${size} Tf ${besides} 1 0 0 1 ${x} ${y} Tm <${codes}> Tj ET`;
}

export interface PdfPage {
  readonly program: string;
  /** Entries of the page besides: /Rotate 90. */
  readonly entries?: string;
}

export interface PdfBesides {
  /** Whether the font says which characters its codes are. */
  readonly mapped?: boolean;
  /** Which characters it says for those of the text, where that is not what they are. */
  readonly says?: readonly (readonly [character: string, said: string])[];
  /** Entries of the trailer besides. */
  readonly trailer?: string;
  /** Entries of the catalog besides. */
  readonly catalog?: string;
}

const MAP = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /All def
1 begincodespacerange <0000> <ffff> endcodespacerange
100 beginbfrange
${Array.from({ length: 100 }, (_, i) => (0x4e00 + i * 256).toString(16))
  .map((from) => `<${from}> <${from.slice(0, 2)}ff> <${from}>`)
  .join('\n')}
endbfrange
2 beginbfrange <0000> <00ff> <0000> <3000> <30ff> <3000> endbfrange
2 beginbfrange <2000> <20ff> <2000> <ff00> <ffef> <ff00> endbfrange
endcmap end end`;

const MAP_HEAD = MAP.slice(0, MAP.indexOf('100 beginbfrange'));

function mapSaying(pairs: NonNullable<PdfBesides['says']>): string {
  const hex = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('hex');
  const lines = pairs.map(([character, said]) => `<${hex(character)}> <${hex(said)}>`);
  return `${MAP_HEAD}${lines.length} beginbfchar\n${lines.join('\n')}\nendbfchar endcmap end end`;
}

/** The bytes of a PDF file with these pages. */
export function pdf(
  pages: readonly (string | PdfPage)[],
  { mapped = true, says, trailer = '', catalog = '' }: PdfBesides = {},
): Uint8Array {
  const objects: string[] = [];
  const add = (body: string) => objects.push(body);
  const stream = (text: string, entries = '') =>
    `<< /Length ${text.length} ${entries} >>\nstream\n${text}\nendstream`;
  const kids = pages.map((_, i) => `${8 + 2 * i} 0 R`).join(' ');
  add(`<< /Type /Catalog /Pages 2 0 R ${catalog} >>`);
  add(
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> /XObject << /Im 7 0 R >> >> >>`,
  );
  add(
    `<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [4 0 R] ${mapped ? '/ToUnicode 6 0 R' : ''} >>`,
  );
  add(
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 5 0 R /DW 1000 /W [32 126 500] >>',
  );
  add(
    '<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>',
  );
  add(stream(says ? mapSaying(says) : MAP));
  add(
    stream(
      '\u00ff',
      '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8',
    ),
  );
  for (const [i, each] of pages.entries()) {
    const { program, entries = '' } = typeof each === 'string' ? { program: each } : each;
    add(`<< /Type /Page /Parent 2 0 R /Contents ${9 + 2 * i} 0 R ${entries} >>`);
    add(stream(program));
  }
  let text = '%PDF-1.7\n';
  const starts = objects.map((body, i) => {
    const start = text.length;
    text += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return start;
  });
  const table = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('')}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}
