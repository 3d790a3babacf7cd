import type { CellErrorValue, CellValue, Workbook, Worksheet } from 'exceljs';
import { strFromU8 } from 'fflate';
import type { PackageParts } from './zip.js';

/** A cell up to its value: its attributes, its formula, the value, each where there is one. */
const CELL = /<c\b([^<>]*)>(?:\s*(<f\b)[^<>]*(?:\/>|>([^<]*)<\/f>))?(?:\s*<v\b[^<>]*>([^<]*))?/g;

/** Numbers from which on exceljs makes no days; Excel ends at 2,958,465, in the year 9999. */
const NO_DAY = 1e8;

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['amp', '&'],
]);

/**
 * Gives cells back what exceljs loses: a formula's text, truth value or error under the format of a day, which it takes
 * for a day; an empty text, which it takes for no result; a number under such a format that is no day. After this a
 * formula without a result is one whose result the file does not have.
 *
 * @param parts the parts that the workbook was read from
 */
export function restoreResults(workbook: Workbook, parts: PackageParts): void {
  for (const [sheet, part] of worksheetParts(workbook, parts)) {
    for (const [, attributes = '', formula, printed = '', saved = ''] of strFromU8(part).matchAll(CELL)) {
      const result = resultOf(attributeOf(attributes, 't'), saved, formula !== undefined);
      if (result === undefined) {
        if (printed !== '' && saved === '')
          keepUnderLink(sheet, attributeOf(attributes, 'r'), decoded(printed));
        continue;
      }
      const cell = sheet.getCell(attributeOf(attributes, 'r'));
      const { model } = cell;
      if (formula === undefined && !('hyperlink' in model)) {
        if (model.value instanceof Date) cell.value = result;
        continue;
      }
      const at = 'hyperlink' in model ? 'text' : 'result';
      const read: unknown = model[at];
      if (read === undefined || read instanceof Date) Object.assign(model, { [at]: result });
    }
  }
}

/** Of a formula in a linked cell exceljs keeps the link alone: where it has no result either, its text is what is said. */
function keepUnderLink(sheet: Worksheet, at: string, formula: string): void {
  const { model } = sheet.getCell(at);
  if ('hyperlink' in model && !model['text']) Object.assign(model, { text: `=${formula}` });
}

/** What a cell should come to where exceljs may have lost it. */
function resultOf(type: string, saved: string, isFormula: boolean): CellValue {
  if (type === '' || type === 'n') return Number(saved) > NO_DAY ? Number(saved) : undefined;
  if (!isFormula) return undefined;
  if (type === 'str') return decoded(saved);
  if (type === 'b') return saved.trim() === '1';
  return type === 'e' ? { error: saved as CellErrorValue['error'] } : undefined;
}

/** The part of each worksheet and its name, by way of its number and its relationship (ECMA-376 part 1, 18.2.19). */
export function worksheetParts(workbook: Workbook, parts: PackageParts): [Worksheet, Uint8Array, string][] {
  const textOf = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  const targets = new Map(
    Array.from(
      textOf('xl/_rels/workbook.xml.rels').matchAll(/<Relationship\b([^<>]*)>/g),
      ([, each = '']) => [
        attributeOf(each, 'Id'),
        attributeOf(each, 'Target').replace(/^(?:\/xl\/|\.\/)?/, 'xl/'),
      ],
    ),
  );
  const found: [Worksheet, Uint8Array, string][] = [];
  for (const [, each = ''] of textOf('xl/workbook.xml').matchAll(/<sheet\b([^<>]*)>/g)) {
    const sheet = workbook.worksheets.find(({ id }) => id === Number(attributeOf(each, 'sheetId')));
    const name = targets.get(attributeOf(each, 'r:id')) ?? '';
    const part = parts[name];
    if (sheet && part) found.push([sheet, part, name]);
  }
  return found;
}

export function attributeOf(tag: string, name: string): string {
  const [, value = ''] = new RegExp(`(?:^|\\s)${name}=["']([^"']*)`).exec(tag) ?? [];
  return value;
}

export function decoded(xml: string): string {
  return xml.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hexadecimal, name) => {
    if (name !== undefined) return ENTITIES.get(name) ?? whole;
    return String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hexadecimal, 16));
  });
}
