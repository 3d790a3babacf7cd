import { zipSync } from 'fflate';

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const TYPES = `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`;

const relations = (inside: string): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${inside}</Relationships>`;

const relation = (id: string, type: string, target: string, more = ''): string =>
  `<Relationship Id="${id}" Type="${DOCUMENT}/${type}" Target="${target}"${more}/>`;

/** What a workbook has besides its rows. */
export interface Besides {
  /** Cells that are links, with where they go. */
  readonly links?: Readonly<Record<string, string>>;
  /** The number formats that cells ask for by `s="1"`, `s="2"` …; a number is one of Excel's own. */
  readonly formats?: readonly (string | number)[];
  /** Ranges of merged cells. */
  readonly merged?: readonly string[];
}

/**
 * An Excel file with one worksheet, 表一, and just this inside.
 *
 * @param rows the XML of the cells of each row
 */
export function xlsx(rows: readonly string[], { links = {}, formats = [], merged = [] }: Besides = {}) {
  const numbers = formats.map((format, i) => (typeof format === 'number' ? format : 200 + i));
  const own = formats
    .map((format, i) => [format, numbers[i]])
    .filter(([format]) => typeof format === 'string');
  const escaped = (text: unknown) => String(text).replaceAll('"', '&quot;');
  const xf = (id: number) =>
    `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" applyNumberFormat="1"/>`;
  const styles = [
    own.length > 0 &&
      `<numFmts>${own.map(([code, id]) => `<numFmt numFmtId="${id}" formatCode="${escaped(code)}"/>`).join('')}</numFmts>`,
    '<fonts><font/></fonts><fills><fill/></fills><borders><border/></borders>',
    `<cellXfs>${[0, ...numbers].map(xf).join('')}</cellXfs>`,
  ];
  const at = Object.entries(links);
  const sheet = [
    `<sheetData>${rows.map((cells, i) => `<row r="${i + 1}">${cells}</row>`).join('')}</sheetData>`,
    merged.length > 0 &&
      `<mergeCells>${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`,
    at.length > 0 &&
      `<hyperlinks>${at.map(([ref], i) => `<hyperlink ref="${ref}" r:id="rId${i + 1}"/>`).join('')}</hyperlinks>`,
  ];
  const parts = {
    '[Content_Types].xml': TYPES,
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${DOCUMENT}"><sheets><sheet name="表一" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      relation('rId1', 'worksheet', 'worksheets/sheet1.xml') + relation('rId2', 'styles', 'styles.xml'),
    ),
    'xl/styles.xml': `<styleSheet ${MAIN}>${styles.filter((part) => part !== false).join('')}</styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet ${MAIN} xmlns:r="${DOCUMENT}">${sheet.filter((part) => part !== false).join('')}</worksheet>`,
    'xl/worksheets/_rels/sheet1.xml.rels': relations(
      at
        .map(([, target], i) => relation(`rId${i + 1}`, 'hyperlink', target, ' TargetMode="External"'))
        .join(''),
    ),
  };
  const encoder = new TextEncoder();
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, encoder.encode(xml)])));
}

/** A cell with a text. */
export const text = (ref: string, inside: string): string =>
  `<c r="${ref}" t="inlineStr"><is><t>${inside}</t></is></c>`;
