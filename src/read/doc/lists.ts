import { element, property } from '../word/build.js';
import type { XmlElement } from '../xml.js';
import { wideAt } from './bytes.js';
import type { DocFile } from './file.js';

/** How numbers are written, as Word 2007 calls it (MS-OSHARED 2.2.1.3). */
const FORMATS: Readonly<Record<number, string>> = {
  ...{ 0: 'decimal', 1: 'upperRoman', 2: 'lowerRoman', 3: 'upperLetter', 4: 'lowerLetter' },
  ...{ 10: 'ideographDigital', 11: 'japaneseCounting', 14: 'decimalFullWidth', 15: 'decimalHalfWidth' },
  ...{
    17: 'japaneseDigitalTenThousand',
    18: 'decimalEnclosedCircle',
    19: 'decimalFullWidth2',
    22: 'decimalZero',
  },
  ...{
    23: 'bullet',
    26: 'decimalEnclosedFullstop',
    27: 'decimalEnclosedParen',
    28: 'decimalEnclosedCircleChinese',
  },
  ...{
    29: 'ideographEnclosedCircle',
    30: 'ideographTraditional',
    31: 'ideographZodiac',
    33: 'taiwaneseCounting',
  },
  ...{ 35: 'taiwaneseCountingThousand', 36: 'taiwaneseDigital', 37: 'chineseCounting' },
  ...{ 38: 'chineseLegalSimplified', 39: 'chineseCountingThousand', 57: 'numberInDash', 255: 'none' },
};

const LIST_BYTES = 28;
const OVERRIDE_BYTES = 16;
const LEVELS = 9;
const LEGAL = 0x04;
const LIMITED = 0x08;
const STARTS = 0x10;
const FORMATTED = 0x20;
const NOTHING_BEHIND = 2;

/** The lists of a file as Word 2007 defines them (MS-DOC 2.9.131, 2.9.132). */
export function listsOf({ table, part }: DocFile): {
  readonly numbering: XmlElement;
  readonly count: number;
} {
  const lists = part('lists');
  const overrides = part('overrides');
  if (lists.length < 2 || overrides.length < 4) return { numbering: element('w:numbering', {}), count: 0 };
  const definitions: XmlElement[] = [];
  let at = lists.at + lists.length;
  for (let i = 0; i < table.getInt16(lists.at, true); i++) {
    const list = lists.at + 2 + LIST_BYTES * i;
    const count = (table.getUint8(list + 26) & 1) !== 0 ? 1 : LEVELS;
    const levels: XmlElement[] = [];
    for (let level = 0; level < count; level++) {
      const { value, next } = levelAt(table, at, level);
      levels.push(value);
      at = next;
    }
    definitions.push(element('w:abstractNum', { 'w:abstractNumId': idAt(table, list) }, ...levels));
  }
  const nums: XmlElement[] = [];
  const count = table.getUint32(overrides.at, true);
  let data = overrides.at + 4 + OVERRIDE_BYTES * count;
  for (let i = 0; i < count; i++) {
    const own = overrides.at + 4 + OVERRIDE_BYTES * i;
    const changed: XmlElement[] = [];
    data += 4;
    for (let left = table.getUint8(own + 12); left > 0; left--) {
      const flags = table.getUint32(data + 4, true);
      const inside: XmlElement[] = [];
      if ((flags & STARTS) !== 0) inside.push(property('w:startOverride', table.getInt32(data, true)));
      data += 8;
      if ((flags & FORMATTED) !== 0) {
        const { value, next } = levelAt(table, data, flags & 0xf);
        inside.push(value);
        data = next;
      }
      changed.push(element('w:lvlOverride', { 'w:ilvl': String(flags & 0xf) }, ...inside));
    }
    const id = property('w:abstractNumId', idAt(table, own));
    nums.push(element('w:num', { 'w:numId': String(i + 1) }, id, ...changed));
  }
  return { numbering: element('w:numbering', {}, ...definitions, ...nums), count };
}

function idAt(table: DataView, at: number): string {
  return String(table.getInt32(at, true));
}

/** A level of a list; in its text the number of each level stands as that level itself (2.9.150). */
function levelAt(
  table: DataView,
  at: number,
  level: number,
): { readonly value: XmlElement; readonly next: number } {
  const flags = table.getUint8(at + 5);
  const text = at + LIST_BYTES + table.getUint8(at + 24) + table.getUint8(at + 25);
  const length = table.getUint16(text, true);
  const printed = Array.from(wideAt(table, text + 2, length), (char) => {
    const code = char.charCodeAt(0);
    return code < LEVELS ? `%${code + 1}` : char;
  }).join('');
  const format = table.getUint8(at + 4);
  const value = element(
    'w:lvl',
    { 'w:ilvl': String(level) },
    property('w:start', table.getInt32(at, true)),
    property('w:numFmt', FORMATS[format] ?? `nfc${format}`),
    property('w:lvlText', printed),
    ...(table.getUint8(at + 15) === NOTHING_BEHIND ? [property('w:suff', 'nothing')] : []),
    ...((flags & LEGAL) !== 0 ? [property('w:isLgl')] : []),
    ...((flags & LIMITED) !== 0 ? [property('w:lvlRestart', table.getUint8(at + 26))] : []),
  );
  return { value, next: text + 2 + 2 * length };
}
