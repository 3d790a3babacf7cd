import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { elementsIn, withElements } from './elements.js';
import { eachSheetRecord, recordsOf } from './excel97.js';
import { letterOf } from './letters.js';
import { eachOpenDocumentCell } from './open-document-struck.js';
import { attributeOf } from './results.js';

// The colours of cells in a workbook of another form, of which the library that reads it writes none.

/** Colours as .xlsx says them (indexed="13"), by the order of worksheets, their rows and the addresses of cells. */
export type CellFills = ReadonlyMap<number, ReadonlyMap<number, ReadonlyMap<string, string>>>;
type Fills = Map<number, Map<number, Map<string, string>>>;

/** Records of an Excel 97 workbook ([MS-XLS] 2.4): formats, and cells, of which several may stand in one record. */
const XF = 0x00e0;
const XF_LENGTH = 20;
const CELLS: ReadonlySet<number> = new Set([0x0201, 0x0203, 0x0204, 0x0205, 0x00fd, 0x027e, 0x0006]);
const MULBLANK = 0x00be;
const MULRK = 0x00bd;

/** @param stream its records */
export function fillsInExcel97(stream: Uint8Array): CellFills {
  const records = recordsOf(stream);
  const colours = records
    .filter(({ kind, data }) => kind === XF && data.byteLength >= XF_LENGTH)
    .map(({ data }) => {
      const isFilled = data.getUint32(14, true) >>> 26 !== 0;
      return isFilled ? `indexed="${data.getUint16(18, true) & 0x7f}"` : '';
    });
  const found: Fills = new Map();
  if (colours.every((each) => each === '')) return found;
  eachSheetRecord(records, ({ kind, data }, sheet) => {
    const put = (column: number, format: number) =>
      putIn(found, sheet, data.getUint16(0, true), column, colours[format] ?? '');
    if (CELLS.has(kind) && data.byteLength >= 6) put(data.getUint16(2, true), data.getUint16(4, true));
    else if (kind === MULBLANK || kind === MULRK) {
      const size = kind === MULRK ? 6 : 2;
      for (let i = 0; 4 + size * (i + 1) + 2 <= data.byteLength; i++)
        put(data.getUint16(2, true) + i, data.getUint16(4 + size * i, true));
    }
  });
  return found;
}

const COLOUR = /^#([\da-f]{6})$/i;

/** @param xml the workbook's content, with the styles that it uses */
export function fillsInOpenDocument(xml: string): CellFills {
  const styles = new Map(
    elementsIn(xml, 'style:style').map(({ attributes: said, inner }) => {
      const [, cell = ''] = /<style:table-cell-properties\b([^<>]*)/.exec(inner) ?? [];
      return [
        attributeOf(said, 'style:name'),
        {
          parent: attributeOf(said, 'style:parent-style-name'),
          said: attributeOf(cell, 'fo:background-color'),
        },
      ] as const;
    }),
  );
  const colourOf = (name: string, deep = 0): string => {
    const style = styles.get(name);
    if (!style || deep > 5) return '';
    if (style.said === '') return colourOf(style.parent, deep + 1);
    const [, colour] = COLOUR.exec(style.said) ?? [];
    return colour === undefined ? '' : `rgb="FF${colour.toUpperCase()}"`;
  };
  const found: Fills = new Map();
  eachOpenDocumentCell(xml, new Set(), ({ sheet, row, column, style }) =>
    putIn(found, sheet, row, column, colourOf(style)),
  );
  return found;
}

function putIn(found: Fills, sheet: number, row: number, column: number, colour: string): void {
  if (colour === '') return;
  const rows = found.get(sheet) ?? new Map<number, Map<string, string>>();
  const cells = rows.get(row + 1) ?? new Map<string, string>();
  found.set(sheet, rows.set(row + 1, cells.set(`${letterOf(column + 1)}${row + 1}`, colour)));
}

/**
 * Gives the cells of a workbook their colours.
 *
 * @param bytes the workbook as .xlsx
 */
export function withFills(bytes: Uint8Array, fills: CellFills): Uint8Array {
  if (fills.size === 0) return bytes;
  const parts = unzipSync(bytes);
  const styles = new FilledStyles(strFromU8(parts['xl/styles.xml'] ?? new Uint8Array()));
  for (const [sheet, rows] of fills) {
    const name = `xl/worksheets/sheet${sheet + 1}.xml`;
    const xml = strFromU8(parts[name] ?? new Uint8Array());
    const filled = withElements(xml, 'row', ({ attributes: said, inner }, whole) => {
      const left = new Map(rows.get(Number(attributeOf(said, 'r'))));
      if (left.size === 0) return whole;
      const own = withElements(inner, 'c', ({ attributes, inner: value }, cell) => {
        const at = attributeOf(attributes, 'r');
        const colour = left.get(at);
        left.delete(at);
        if (colour === undefined) return cell;
        const style = styles.filled(Number(attributeOf(attributes, 's')) || 0, colour);
        return `<c ${attributes.replace(/ s="\d*"/, '').trim()} s="${style}">${value}</c>`;
      });
      const empty = Array.from(left, ([at, colour]) => `<c r="${at}" s="${styles.filled(0, colour)}"/>`);
      return `<row${said}>${inOrder(own + empty.join(''))}</row>`;
    });
    parts[name] = strToU8(filled);
  }
  parts['xl/styles.xml'] = strToU8(styles.xml());
  return zipSync(parts, { level: 0 });
}

function inOrder(cells: string): string {
  const all = elementsIn(cells, 'c').map(({ start, end, attributes }) => {
    const letters = attributeOf(attributes, 'r').replace(/\d+/, '');
    return { cell: cells.slice(start, end), key: letters.padStart(3) };
  });
  return all
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ cell }) => cell)
    .join('');
}

/** The styles of a workbook, with those that have a colour besides. */
class FilledStyles {
  readonly #fills: string[];
  readonly #formats: string[];
  readonly #known = new Map<string, number>();

  constructor(readonly styles: string) {
    this.#fills = listIn(styles, 'fills', 'fill');
    this.#formats = listIn(styles, 'cellXfs', 'xf');
  }

  /** The number of a style as another, with a colour. */
  filled(style: number, colour: string): number {
    const key = `${style} ${colour}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const fill =
      this.#fills.push(`<fill><patternFill patternType="solid"><fgColor ${colour}/></patternFill></fill>`) -
      1;
    const base = (this.#formats[style] ?? '<xf/>').replace(/\s(?:fillId|applyFill)="[^"]*"/g, '');
    const made = this.#formats.push(base.replace('<xf', `<xf fillId="${fill}" applyFill="1"`)) - 1;
    this.#known.set(key, made);
    return made;
  }

  xml(): string {
    const withList = (xml: string, name: string, all: readonly string[]) =>
      withElements(xml, name, () => `<${name} count="${all.length}">${all.join('')}</${name}>`);
    return withList(withList(this.styles, 'fills', this.#fills), 'cellXfs', this.#formats);
  }
}

/** The elements of a list in it, as they are printed. */
function listIn(xml: string, list: string, name: string): string[] {
  return elementsIn(xml, list).flatMap(({ inner }) =>
    elementsIn(inner, name).map(({ start, end }) => inner.slice(start, end)),
  );
}
