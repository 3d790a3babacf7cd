import { letterOf } from './letters.js';
import type { StruckCells, StruckSpans } from './older-struck.js';
import { attributeOf, decoded } from './results.js';

// What is struck through in a workbook in OpenDocument, which the library that reads it passes over.

/** Elements that say what a cell holds and how it looks, each with the text behind it (OpenDocument 1.3, parts 3, 6, 9 and 16). */
const PARTS =
  /<(\/?)(?:(table:table|table:table-row|table:table-column|table:table-cell|table:covered-table-cell|text:p|text:span|text:s|text:tab|text:line-break|office:annotation)(?=[\s/>])([^<>]*)|[^<>]*)>([^<]*)/g;
const STYLES =
  /<style:style\b([^<>]*[^/<>])>(?:(?!<\/style:style>)[\s\S])*?<style:text-properties\b([^<>]*)/g;
const UNSTRUCK = new Set(['', 'none']);

/** How often what is repeated is looked at: the rest of a worksheet is empty. */
const MOST_REPEATED = 1000;

/** The styles that strike out, by their names. */
function strikingStyles(xml: string): ReadonlySet<string> {
  return new Set(
    Array.from(xml.matchAll(STYLES), ([, style = '', said = '']) => {
      const line = ['style', 'type'].map((what) => attributeOf(said, `style:text-line-through-${what}`));
      return line.some((each) => !UNSTRUCK.has(each)) && !line.includes('none')
        ? attributeOf(style, 'style:name')
        : '';
    }).filter((name) => name !== ''),
  );
}

/** A cell as its file has it, the place from 0. */
interface OpenDocumentCell {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  readonly style: string;
  readonly text: string;
  readonly spans: StruckSpans;
}

/**
 * What is struck through, by the order of worksheets.
 *
 * @param xml the workbook's content, with the styles that it uses
 */
export function struckInOpenDocument(xml: string): ReadonlyMap<number, StruckCells> {
  const found = new Map<number, Map<string, StruckSpans>>();
  const striking = strikingStyles(xml);
  if (striking.size === 0) return found;
  eachOpenDocumentCell(xml, striking, ({ sheet, row, column, text, spans }) => {
    if (text === '' || spans.length === 0) return;
    const cells = found.get(sheet) ?? new Map<string, StruckSpans>();
    found.set(sheet, cells.set(`${letterOf(column + 1)}${row + 1}`, spans));
  });
  return found;
}

/**
 * Every cell of a workbook in OpenDocument, but for the many that are repeated to the end of a worksheet.
 *
 * @param striking the styles that strike out
 */
export function eachOpenDocumentCell(
  xml: string,
  striking: ReadonlySet<string>,
  visit: (cell: OpenDocumentCell) => void,
): void {
  let depth = 0;
  let sheet = -1;
  const at = { row: 0, column: 0 };
  let [rows, columns, aside] = [1, 1, 0];
  let [rowStyle, cellStyle] = ['', ''];
  let columnStyles: string[] = [];
  let spans: (readonly [number, number])[] = [];
  let text: string | undefined;
  let spanStyles: boolean[] = [];
  let isLine = false;
  const add = (more: string, isPrinted: boolean) => {
    if (text === undefined || more === '') return;
    const isStruck = isPrinted && (spanStyles.at(-1) ?? striking.has(cellStyle));
    if (isStruck) spans.push([text.length, text.length + more.length]);
    text += more;
  };
  const count = (said: string, what: string) =>
    Math.max(1, Number(attributeOf(said, `table:number-${what}-repeated`)) || 1);
  const endCell = () => {
    const wide = Math.min(columns, MOST_REPEATED);
    if (rows < MOST_REPEATED)
      for (let i = 0; i < rows; i++)
        for (let j = 0; j < wide; j++)
          visit({
            sheet,
            row: at.row + i,
            column: at.column + j,
            style: cellStyle,
            text: text ?? '',
            spans,
          });
    at.column += columns;
    text = undefined;
  };
  for (const [tag, closing, part = '', said = '', behind = ''] of xml.matchAll(PARTS)) {
    const isEmpty = tag.slice(0, tag.length - behind.length).endsWith('/>');
    if (part === 'table:table') {
      depth += closing ? -1 : 1;
      if (!closing && depth === 1) {
        sheet++;
        [at.row, columnStyles] = [0, []];
      }
    } else if (depth === 1 && part === 'table:table-column' && !closing) {
      const style = attributeOf(said, 'table:default-cell-style-name');
      const wide = Math.min(count(said, 'columns'), MOST_REPEATED);
      columnStyles.push(...Array.from({ length: wide }, () => style));
    } else if (depth === 1 && part === 'table:table-row') {
      if (closing) at.row += rows;
      else {
        [rows, at.column] = [count(said, 'rows'), 0];
        rowStyle = attributeOf(said, 'table:default-cell-style-name');
        if (isEmpty) at.row += rows;
      }
    } else if (depth === 1 && part.endsWith('table-cell')) {
      if (closing) endCell();
      else {
        [columns, text, spans, spanStyles] = [count(said, 'columns'), '', [], []];
        cellStyle = attributeOf(said, 'table:style-name') || rowStyle || columnStyles[at.column] || '';
        if (isEmpty) endCell();
      }
    } else if (aside === 0 && part === 'text:p') {
      if (!closing && text) add('\n', false);
      isLine = !closing && !isEmpty;
    } else if (part === 'office:annotation') aside += closing ? -1 : isEmpty ? 0 : 1;
    else if (aside === 0 && part === 'text:span') {
      const style = attributeOf(said, 'text:style-name');
      if (closing) spanStyles.pop();
      else if (!isEmpty)
        spanStyles.push((spanStyles.at(-1) ?? striking.has(cellStyle)) || striking.has(style));
    } else if (aside === 0 && part === 'text:s' && !closing)
      add(' '.repeat(Math.min(Number(attributeOf(said, 'text:c')) || 1, MOST_REPEATED)), false);
    else if (aside === 0 && (part === 'text:tab' || part === 'text:line-break') && !closing)
      add(part === 'text:tab' ? '\t' : '\n', false);
    if (isLine && aside === 0 && depth === 1) add(decoded(behind), true);
  }
}
