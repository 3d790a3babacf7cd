import { strFromU8, strToU8 } from 'fflate';
import type { PackageParts } from '../workbook/zip.js';

// How official documents look (GB/T 9704—2012), for all that is written for Word.

export const FONTS = {
  text: '仿宋_GB2312',
  heading: '黑体',
  title: '方正小标宋简体',
  page: '宋体',
} as const;

/** What to take on a computer without these fonts: Windows has the new names, few have the title's. */
const INSTEAD = { [FONTS.text]: '仿宋', [FONTS.heading]: 'SimHei', [FONTS.title]: '宋体' } as const;

/** Sizes in half points: 二号, 三号, 四号, 小四, 五号. */
export const SIZES = { two: 44, three: 32, four: 28, fourLess: 24, five: 21 } as const;

export const POINTS_A_MM = 72 / 25.4;

/** A length in millimetres as Word counts it. */
export function twips(mm: number): number {
  return Math.round(mm * POINTS_A_MM * 20);
}

/** Puts the notice's date where docx puts the time of the file's making, and fonts to take instead of others. */
export function officialParts(parts: PackageParts, date: string | null): PackageParts {
  const changed = (name: string, change: (xml: string) => string): PackageParts => {
    const part = parts[name];
    return part ? { [name]: strToU8(change(strFromU8(part))) } : {};
  };
  const fonts = Object.entries(INSTEAD)
    .map(([name, other]) => `<w:font w:name="${name}"><w:altName w:val="${other}"/></w:font>`)
    .join('');
  return {
    ...parts,
    ...changed('docProps/core.xml', (xml) =>
      xml.replace(/(<dcterms:(?:created|modified)[^<>]*>)[^<]*/g, `$1${date ?? '2000-01-01'}T00:00:00Z`),
    ),
    ...changed('word/fontTable.xml', (xml) =>
      xml.replace(/^([\s\S]*?<w:fonts[^<>]*?)\/?>[\s\S]*$/, `$1>${fonts}</w:fonts>`),
    ),
  };
}
