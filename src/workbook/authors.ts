import type { Cell, Workbook, Worksheet } from 'exceljs';
import { strFromU8, strToU8 } from 'fflate';
import { eachCell, eachCoveredNote } from './cells.js';
import { attributeOf, decoded } from './results.js';
import { authorOf } from './signed.js';
import type { PackageParts } from './zip.js';

/** What exceljs writes where nobody is known. */
const NOBODY = 'Author';

/** The authors of a part with comments, in their order (18.7.2); what stands for nobody, and for a thread, is ''. */
export function authorsIn(comments: string): string[] {
  return Array.from(
    comments.matchAll(/<(?:\w{1,9}:)?author(?:\s[^<>]*?)?(?:\/>|>([^<]*))/g),
    ([, name = '']) => {
      const author = decoded(name).trim();
      return author === NOBODY || author.startsWith('tc={') ? '' : author;
    },
  );
}

/** The names of those who answer each other, by their ids ([MS-XLSX] 2.6.203). */
export function personsIn(parts: PackageParts): ReadonlyMap<string, string> {
  const lists = Object.keys(parts).filter((name) => name.startsWith('xl/persons/'));
  return new Map(
    lists.flatMap((name) =>
      Array.from(
        strFromU8(parts[name] as Uint8Array).matchAll(/<(?:\w{1,9}:)?person\s([^<>]*)>/g),
        ([, person = '']) =>
          [attributeOf(person, 'id'), decoded(attributeOf(person, 'displayName')).trim()] as const,
      ),
    ),
  );
}

/** Signs the comments of a worksheet that exceljs has copied as those are signed that it was copied from. */
export function copyAuthors(from: Worksheet, to: Worksheet): void {
  for (const { address, note } of signedCells(from)) to.getCell(address).note = note;
}

/** Puts the authors of a workbook's comments into the parts that exceljs has made of it. */
export function signed(workbook: Workbook, parts: PackageParts): PackageParts {
  const names = new Map(
    workbook.worksheets.map((sheet) => [
      `xl/comments${sheet.id}.xml`,
      new Map(signedCells(sheet).map((cell) => [cell.address, authorOf(cell)])),
    ]),
  );
  return Object.fromEntries(
    Object.entries(parts).map(([name, bytes]) => {
      const known = names.get(name);
      return [name, known ? strToU8(withAuthors(strFromU8(bytes), known)) : bytes];
    }),
  );
}

function withAuthors(xml: string, known: ReadonlyMap<string, string>): string {
  const authors = Array.from(new Set(['', ...known.values()]));
  const list = authors.map((author) => `<author>${escaped(author)}</author>`).join('');
  return xml
    .replace(/<authors>(?:<author>[^<]*<\/author>)*<\/authors>/, () => `<authors>${list}</authors>`)
    .replace(
      /<comment ref="([A-Z]+\d+)" authorId="0">/g,
      (_, ref: string) => `<comment ref="${ref}" authorId="${authors.indexOf(known.get(ref) ?? '')}">`,
    );
}

function signedCells(sheet: Worksheet): Cell[] {
  const cells: Cell[] = [];
  const keep = (cell: Cell) => {
    if (authorOf(cell) !== '') cells.push(cell);
  };
  eachCell(sheet, keep);
  eachCoveredNote(sheet, keep);
  return cells;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
