import { MAKER } from '../../words/own-files.js';
import { repack } from '../../workbook/zip.js';
import { FONTS, officialParts, SIZES, twips } from '../official.js';
import { type Filled, filledBlocks } from './filled.js';
import type { Paper } from './paper.js';
import type { TextBlock } from './templates.js';

/** A4 upright, its type area, and where page numbers stand: 7 mm under it (GB/T 9704—2012 5.2, 7.5), in millimetres. */
const PAGE = { width: 210, height: 297, top: 37, bottom: 35, left: 28, right: 26, footer: 23 } as const;

/** 22 lines a page (5.2.3): so high is each, in points. */
const LINE = 28;
/** Lines of a table stand closer. */
const TABLE_LINE = 20;

/** How a block of text looks; indents are in characters of its size. */
interface ParagraphLook {
  readonly font: string;
  readonly size: number;
  readonly alignment: 'left' | 'center' | 'right' | 'both';
  readonly indent?: number;
  /** Room at the right, as a signature has it (7.3.5). */
  readonly right?: number;
  /** Blank lines before and after it. */
  readonly before?: number;
  readonly after?: number;
}

const LOOKS: Record<TextBlock['is'], ParagraphLook> = {
  title: { font: FONTS.title, size: SIZES.two, alignment: 'center', after: 1 },
  to: { font: FONTS.text, size: SIZES.three, alignment: 'left' },
  paragraph: { font: FONTS.text, size: SIZES.three, alignment: 'both', indent: 2 },
  heading: { font: FONTS.heading, size: SIZES.three, alignment: 'left', indent: 2 },
  signature: { font: FONTS.text, size: SIZES.three, alignment: 'right', right: 4 },
};

/** Prints a paper in the layout of official documents. */
export async function paperToDocx({ title, blocks, slots }: Paper, date: string | null): Promise<Uint8Array> {
  // Loaded when it is needed: it is large.
  const docx = await import('docx');
  const { AlignmentType, Document, Footer, LineRuleType, Packer, PageNumber, Paragraph, TextRun } = docx;
  const { Table, TableCell, TableRow, VerticalAlignTable, WidthType } = docx;
  const exactly = (points: number) => ({ line: points * 20, lineRule: LineRuleType.EXACT });
  const sides = {
    left: AlignmentType.LEFT,
    center: AlignmentType.CENTER,
    right: AlignmentType.RIGHT,
    both: AlignmentType.BOTH,
  };
  const paragraph = (text: string, look: ParagraphLook, isFirstSignature: boolean) => {
    const { font, size, alignment, indent = 0, right = 0, before = 0, after = 0 } = look;
    // A size is in half points, Word's lengths in twentieths.
    const characters = (count: number) => count * size * 10;
    return new Paragraph({
      alignment: sides[alignment],
      spacing: {
        ...exactly(LINE),
        before: (before + (isFirstSignature ? 2 : 0)) * LINE * 20,
        after: after * LINE * 20,
      },
      indent: { firstLine: characters(indent), right: characters(right) },
      keepNext: font === FONTS.heading,
      children: [new TextRun({ text, font, size })],
    });
  };
  const room = PAGE.width - PAGE.left - PAGE.right;
  const table = ({ columns, rows }: Extract<Filled, { is: 'table' }>) => {
    const whole = columns.reduce((sum, { width }) => sum + width, 0);
    const widths = columns.map(({ width }) => twips((width / whole) * room));
    const cell = (text: string, i: number, font: string, isHeader: boolean) =>
      new TableCell({
        width: { size: widths[i] ?? 0, type: WidthType.DXA },
        verticalAlign: VerticalAlignTable.CENTER,
        margins: { left: 60, right: 60 },
        children: [
          new Paragraph({
            alignment: columns[i]?.isSentence && !isHeader ? AlignmentType.LEFT : AlignmentType.CENTER,
            spacing: exactly(TABLE_LINE),
            children: [new TextRun({ text, font, size: SIZES.fourLess })],
          }),
        ],
      });
    const row = (texts: readonly string[], font: string, isHeader: boolean) =>
      new TableRow({
        tableHeader: isHeader,
        cantSplit: true,
        children: texts.map((text, i) => cell(text, i, font, isHeader)),
      });
    return new Table({
      columnWidths: widths,
      width: { size: twips(room), type: WidthType.DXA },
      rows: [
        row(
          columns.map(({ header }) => header),
          FONTS.heading,
          true,
        ),
        ...rows.map((texts) => row(texts, FONTS.text, false)),
      ],
    });
  };
  /** — 1 —, at the outer edge (7.5). */
  const footer = (alignment: 'left' | 'right') =>
    new Footer({
      children: [
        new Paragraph({
          alignment: sides[alignment],
          indent: { [alignment]: SIZES.four * 10 },
          children: [
            new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: FONTS.page, size: SIZES.four }),
          ],
        }),
      ],
    });
  const all = filledBlocks(blocks, slots);
  const firstSignature = all.findIndex(({ is }) => is === 'signature');
  const document = new Document({
    creator: MAKER,
    lastModifiedBy: MAKER,
    title,
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { font: FONTS.text, size: SIZES.three } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(PAGE.width), height: twips(PAGE.height) },
            margin: {
              top: twips(PAGE.top),
              bottom: twips(PAGE.bottom),
              left: twips(PAGE.left),
              right: twips(PAGE.right),
              footer: twips(PAGE.footer),
            },
          },
        },
        footers: { default: footer('right'), even: footer('left') },
        children: all.map((block, i) =>
          block.is === 'table' ? table(block) : paragraph(block.text, LOOKS[block.is], i === firstSignature),
        ),
      },
    ],
  });
  return repack(await Packer.toBuffer(document), (parts) => officialParts(parts, date));
}
