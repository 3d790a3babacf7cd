import type { SheetRow, TaskSheet } from '../model/sheet.js';
import { categoryWords, cellText, PART_WORDS, PARTS, taskColumn } from '../sheets/index.js';
import { MAKER } from '../words/own-files.js';
import { repack } from '../workbook/zip.js';
import { FONTS, officialParts, POINTS_A_MM, SIZES, twips } from './official.js';

/** A4, turned for a wide table, with the type area of an official document (GB/T 9704—2012 5.2: 156 × 225 mm). */
const PAGE = { width: 297, height: 210, top: 28, bottom: 26, left: 35, right: 37 } as const;

/** So many lines of table text fill a page. */
const LINES = 28;
const LINE_HEIGHT = ((PAGE.height - PAGE.top - PAGE.bottom) * POINTS_A_MM) / LINES;

/** A column of the printed table, its width in millimetres. */
interface PrintedColumn {
  readonly header: string;
  readonly width: number;
  readonly centred?: boolean;
  readonly text: (row: SheetRow) => string;
}

/** Columns as in other formats, together as wide as the type area. */
const COLUMNS: readonly PrintedColumn[] = [
  {
    header: '类别',
    width: 18,
    centred: true,
    text: ({ category, number }) => [categoryWords(category), number].filter(Boolean).join('\n'),
  },
  printed('name', 30),
  printed('goal', 79),
  printed('times', 24),
  printed('lead', 25),
  printed('responsible', 31),
  { ...printed('remark', 18), header: '备注' },
];

function printed(id: Parameters<typeof taskColumn>[0], width: number): PrintedColumn {
  const column = taskColumn(id);
  return { header: column.header, width, text: (row) => cellText(column, row) };
}

/**
 * A task sheet as a Word file to be printed and circulated: 任务分解表, a table for each part of the sheet, laid
 * out as an official document is. The same sheet always gives the same bytes.
 */
export async function sheetToDocx({ unit, notice, rows }: TaskSheet): Promise<Uint8Array> {
  // Loaded when it is needed: it is large.
  const docx = await import('docx');
  const { AlignmentType, Document, Footer, Packer, PageNumber, PageOrientation, Paragraph, TextRun } = docx;
  const { Table, TableCell, TableRow, VerticalAlignTable, WidthType, LineRuleType } = docx;
  const exactly = (points: number) => ({ line: Math.round(points * 20), lineRule: LineRuleType.EXACT });
  const line = (text: string, font: string, size: number, centred: boolean, height = LINE_HEIGHT * 2) =>
    new Paragraph({
      alignment: centred ? AlignmentType.CENTER : AlignmentType.LEFT,
      spacing: exactly(height),
      children: [new TextRun({ text, font, size })],
    });
  const cell = (text: string, width: number, font: string, centred: boolean) =>
    new TableCell({
      width: { size: twips(width), type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      margins: { left: 60, right: 60 },
      children: text.split('\n').map((each) => line(each, font, SIZES.five, centred, LINE_HEIGHT)),
    });
  const table = (some: readonly SheetRow[]) =>
    new Table({
      columnWidths: COLUMNS.map(({ width }) => twips(width)),
      width: { size: twips(COLUMNS.reduce((sum, { width }) => sum + width, 0)), type: WidthType.DXA },
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: COLUMNS.map(({ header, width }) => cell(header, width, FONTS.heading, true)),
        }),
        ...some.map(
          (row) =>
            new TableRow({
              cantSplit: true,
              children: COLUMNS.map(({ width, centred = false, text }) =>
                cell(text(row), width, FONTS.text, centred),
              ),
            }),
        ),
      ],
    });
  const parts = PARTS.map((part) => ({ part, own: rows.filter((row) => row.part === part) })).filter(
    ({ own }) => own.length > 0,
  );
  const document = new Document({
    creator: MAKER,
    lastModifiedBy: MAKER,
    title: `${unit}任务分解表`,
    styles: { default: { document: { run: { font: FONTS.text, size: SIZES.five } } } },
    sections: [
      {
        properties: {
          page: {
            // docx turns the page by itself.
            size: {
              width: twips(PAGE.height),
              height: twips(PAGE.width),
              orientation: PageOrientation.LANDSCAPE,
            },
            margin: {
              top: twips(PAGE.top),
              bottom: twips(PAGE.bottom),
              left: twips(PAGE.left),
              right: twips(PAGE.right),
            },
          },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [
                  new TextRun({
                    children: ['— ', PageNumber.CURRENT, ' —'],
                    font: FONTS.page,
                    size: SIZES.four,
                  }),
                ],
              }),
            ],
          }),
        },
        children: [
          line(`${unit}任务分解表`, FONTS.title, SIZES.two, true),
          ...[notice.title, [notice.number, notice.date].filter(Boolean).join('　')].map((text) =>
            line(text ?? '', FONTS.text, SIZES.four, true),
          ),
          ...parts.flatMap(({ part, own }, i) => [
            line(
              `${'一二三四五六七八九'[i] ?? i + 1}、${PART_WORDS[part]}（${own.length} 项）`,
              FONTS.heading,
              SIZES.three,
              false,
            ),
            table(own),
          ]),
        ],
      },
    ],
  });
  return repack(new Uint8Array(await Packer.toArrayBuffer(document)), (files) =>
    officialParts(files, notice.date),
  );
}
