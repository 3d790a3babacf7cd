import { strFromU8, strToU8 } from 'fflate';
import { letterOf } from './letters.js';
import type { PackageParts } from './zip.js';

/** Parts that exceljs drops or stumbles over: pictures, charts, shapes, controls, tables, pivot tables. */
const DRAWN = 'drawings|charts|chartsheets|media|embeddings|diagrams';
const CONTROLS = 'ctrlProps|activeX|slicer\\w*|timeline\\w*';
const LINKED = 'tables|pivot\\w*|externalLinks|threadedComments|printerSettings';
const SET_ASIDE = new RegExp(`^xl/(?:${DRAWN}|${CONTROLS}|${LINKED})/`);

/** What a worksheet says of them (ECMA-376 18.3.1.99). */
const POINTERS = /<(?:drawing|legacyDrawing|legacyDrawingHF|picture|tableParts)\b[^<>]*\/>/g;
const HOLDERS = ['tableParts', 'controls', 'oleObjects', 'mc:AlternateContent'];

/** A cell that has a value, up to its end: what its tag says, a formula, the value. */
const CELL = /(<c\b[^<>]*>)((?:\s*<f\b[^<>]*(?:\/>|>[^<]*<\/f>))?\s*<v>)([^<]*)/g;
const OF_DAY = ' t="d"';

/** A comment whose text is not in runs, which exceljs reads as empty (18.7.7 allows both). */
const PLAIN_COMMENT = /<text>\s*(<t\b[^>]*>[^<]*<\/t>)\s*<\/text>/g;

/**
 * Formats that Excel knows by their numbers and does not write down, in Chinese (18.8.30); exceljs has no words for
 * them, and days under them would be numbers.
 */
const CHINESE_FORMATS: readonly (readonly [code: string, ...numbers: number[]])[] = [
  ['yyyy"年"m"月"', 27, 36, 50, 52, 57],
  ['m"月"d"日"', 28, 29, 51, 53, 54, 58],
  ['m-d-yy', 30],
  ['yyyy"年"m"月"d"日"', 31],
  ['h"时"mm"分"', 32],
  ['h"时"mm"分"ss"秒"', 33],
  ['上午/下午 h"时"mm"分"', 34, 55],
  ['上午/下午 h"时"mm"分"ss"秒"', 35, 56],
];

/**
 * A workbook's package as exceljs can read it, whichever program saved it: without what it drops anyway, comments
 * under the names that it looks for (any are allowed, ECMA-376 part 2), with the formats and days that it does not know, and with locks and the count of days as
 * other programs write them (`false`, `true`) in the way that it understands (`0`, `1`; both are xsd:boolean).
 */
export function plainPackage(parts: PackageParts): Record<string, Uint8Array> {
  const plain: Record<string, Uint8Array> = {};
  for (const [name, content] of Object.entries(parts)) {
    if (!SET_ASIDE.test(name)) plain[name] = content;
  }
  const change = (name: string, edit: (xml: string) => string) => {
    const part = parts[name];
    if (!part) return;
    const xml = strFromU8(part);
    const edited = edit(xml);
    if (edited === xml) return;
    plain[name] = strToU8(edited);
  };
  // Excel keeps this name to itself, other programs do not; exceljs stops at it.
  change('xl/workbook.xml', (xml) =>
    xml.replace(/(<sheet\b[^<>]*\bname="history)(?=")/i, '$1_').replace(/\bdate1904="true"/, 'date1904="1"'),
  );
  change('xl/styles.xml', (xml) => withFormats(xml.replaceAll('locked="false"', 'locked="0"')));
  for (const name of Object.keys(parts)) {
    const sheet = /^xl\/worksheets\/([^/]+)\.xml$/.exec(name)?.[1];
    if (sheet === undefined) continue;
    change(name, (xml) =>
      HOLDERS.reduce(without, withDays(withoutReading(withPlaces(withSigns(xml.replace(POINTERS, '')))))),
    );
    change(`xl/worksheets/_rels/${sheet}.xml.rels`, (xml) =>
      xml.replace(/<Relationship [^<>]*>/g, (relation) => {
        const of = (key: string) => new RegExp(`\\b${key}="([^"]*)"`).exec(relation)?.[1] ?? '';
        if (/\/hyperlink$/.test(of('Type'))) return relation;
        if (!/\/comments$/.test(of('Type'))) return '';
        const part = decodeURI(new URL(of('Target'), `file:///${name}`).pathname.slice(1));
        // A number of its own, far from those that other parts have.
        const own = `comments${1000 + Number(/\d+/.exec(sheet)?.[0] ?? 0)}.xml`;
        const comments = parts[part];
        if (!comments) return '';
        delete plain[part];
        plain[`xl/${own}`] = strToU8(strFromU8(comments).replace(PLAIN_COMMENT, '<text><r>$1</r></text>'));
        return relation.replace(`Target="${of('Target')}"`, `Target="../${own}"`);
      }),
    );
  }
  return plain;
}

/** What binds a prefix to the names of workbooks, whichever of its two forms (ECMA-376 parts 1 and 4). */
const PREFIX =
  /\sxmlns:(\w{1,9})=(?="http:\/\/(?:schemas\.openxmlformats\.org\/spreadsheetml\/2006|purl\.oclc\.org\/ooxml\/spreadsheetml)\/main")/;

/** Parts whose elements have no prefix: some libraries write one before each (x:worksheet), and exceljs knows none. */
export function unprefixed(parts: PackageParts): PackageParts {
  const changed: Record<string, Uint8Array> = {};
  for (const [name, part] of Object.entries(parts)) {
    if (!/^xl\/[^<>]*\.xml$/.test(name)) continue;
    const xml = strFromU8(part);
    const prefix = PREFIX.exec(xml)?.[1];
    if (prefix === undefined || !new RegExp(`^(?:<\\?[^<>]*>\\s*)?<${prefix}:`).test(xml.trimStart()))
      continue;
    changed[name] = strToU8(
      xml
        .replace(new RegExp(`<(/?)${prefix}:`, 'g'), '<$1')
        .replace(new RegExp(`\\sxmlns:${prefix}=`), ' xmlns='),
    );
  }
  return Object.keys(changed).length > 0 ? { ...parts, ...changed } : parts;
}

/** The styles with the formats that are not written down, for those that are used. */
function withFormats(styles: string): string {
  // exceljs takes away what makes a character a literal, but for quotes.
  const xml = styles.replace(/\bformatCode="[^"]*"/g, (code) =>
    code.replace(/\\(?!&quot;)(&\w+;|.)/g, '&quot;$1&quot;'),
  );
  const added = CHINESE_FORMATS.flatMap(([code, ...numbers]) =>
    numbers
      .filter((id) => xml.includes(`numFmtId="${id}"`) && !xml.includes(`<numFmt numFmtId="${id}"`))
      .map((id) => `<numFmt numFmtId="${id}" formatCode="${code.replaceAll('"', '&quot;')}"/>`),
  ).join('');
  if (added === '') return xml;
  if (/<numFmts\b[^<>]*[^/<>]>/.test(xml)) return xml.replace('</numFmts>', `${added}</numFmts>`);
  return xml
    .replace(/<numFmts\b[^<>]*\/>/, '')
    .replace(/<styleSheet\b[^<>]*>/, (root) => `${root}<numFmts>${added}</numFmts>`);
}

/** How a text in a cell is read aloud (18.4.6, 18.4.3), at which exceljs loses the rows that follow. */
const READING =
  /<(?:\w{1,9}:)?rPh(?=[\s>])[^<>]*>(?:\s*<(?:\w{1,9}:)?t(?=[\s>])[^<>]*>[^<]*<\/(?:\w{1,9}:)?t>)*\s*<\/(?:\w{1,9}:)?rPh>|<(?:\w{1,9}:)?phoneticPr\b[^<>]*\/>/g;

function withoutReading(xml: string): string {
  return xml.includes('inlineStr') && xml.includes('rPh') ? xml.replace(READING, '') : xml;
}

/** Rows and cells that say where they stand, and those that do not and follow the one before (18.3.1.4, 18.3.1.73). */
const PLACED = /<(row|c)(?=[\s/>])([^<>]*?)(\/?)>/g;
const PLACE = /(?:^|\s)r="([^"]*)"/;

function withPlaces(xml: string): string {
  if (!/<(?:row|c)(?![^<>]*\sr=)[\s/>]/.test(xml)) return xml;
  let row = 0;
  let column = 0;
  return xml.replace(PLACED, (tag, name: string, attributes: string, end: string) => {
    const place = PLACE.exec(attributes)?.[1];
    if (name === 'row') {
      row = place === undefined ? row + 1 : Number(place);
      column = 0;
    } else {
      column = place === undefined ? column + 1 : numberOf(place);
    }
    if (place !== undefined) return tag;
    return `<${name} r="${name === 'row' ? row : letterOf(column) + row}"${attributes}${end}>`;
  });
}

/** The number of the column of A1. */
function numberOf(address: string): number {
  return Array.from(address.replace(/\d/g, '')).reduce((sum, each) => sum * 26 + each.charCodeAt(0) - 64, 0);
}

/** A worksheet with its days as numbers: some programs write them as they are said, 2026-05-01 (18.18.11, `d`). */
function withDays(xml: string): string {
  return xml.replace(CELL, (cell, tag: string, between: string, day: string) => {
    if (!tag.includes(OF_DAY)) return cell;
    const clock = /^(\d{1,2}):(\d{2})(?::(\d{2}))?/.exec(day);
    if (clock) {
      const [hours = 0, minutes = 0, seconds = 0] = clock.slice(1).map((part) => Number(part ?? 0));
      return `${tag.replace(OF_DAY, '')}${between}${(hours * 3600 + minutes * 60 + seconds) / 86_400}`;
    }
    const time = Date.parse(/T/.test(day) ? day.replace(/Z?$/, 'Z') : day);
    return Number.isNaN(time) ? cell : `${tag.replace(OF_DAY, '')}${between}${25_569 + time / 86_400_000}`;
  });
}

/** A part without the elements of a name, each up to the first tag that closes one. */
function without(xml: string, name: string): string {
  let kept = '';
  let from = 0;
  for (const { index } of xml.matchAll(new RegExp(`<${name}\\b`, 'g'))) {
    if (index < from) continue;
    const end = xml.indexOf(`</${name}>`, index);
    if (end < 0) break;
    kept += xml.slice(from, index);
    from = end + name.length + 3;
  }
  return kept + xml.slice(from);
}

/** What UTF-16 has two units for: names with rare characters (𠮷), pictures. */
const RARE = /[\u{10000}-\u{10ffff}]/gu;
/** The least byte that such a character begins with in UTF-8. */
const RARE_BYTE = 0xf0;

/**
 * Parts with rare characters written as their numbers: exceljs reads a part in stretches of 16 KB and loses the
 * character that two of them share.
 */
export function withoutRare(parts: PackageParts): Record<string, Uint8Array> {
  return Object.fromEntries(
    Object.entries(parts).map(([name, part]) => {
      const holds = /\.xml$|\.rels$/.test(name) && part.some((byte) => byte >= RARE_BYTE);
      if (!holds) return [name, part];
      return [name, strToU8(strFromU8(part).replace(RARE, (char) => `&#${char.codePointAt(0)};`))];
    }),
  );
}

/** A character that is written by its number, in texts that stand in the worksheet itself (ECMA-376 part 1, 22.4.2.4). */
const ESCAPED = /_x([\da-f]{4})_/gi;

function withSigns(xml: string): string {
  if (xml.search(ESCAPED) < 0) return xml;
  return xml.replace(/(<(?:v|t)\b[^<>]*>)([^<]*_x[^<]*)/g, (_, tag: string, text: string) => {
    const signs = text.replace(ESCAPED, (whole, digits: string) => {
      const code = Number.parseInt(digits, 16);
      // XML has no others below a blank.
      return code >= 0x20 || [0x9, 0xa, 0xd].includes(code) ? `&#${code};` : whole;
    });
    return tag + signs;
  });
}
