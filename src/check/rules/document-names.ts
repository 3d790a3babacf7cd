import { distance } from 'fastest-levenshtein';
import type { TaskBook } from '../../model/taskbook.js';
import { normalizeName } from '../../words/width.js';
import { higherLevels } from '../levels.js';
import type { Finding, Rule } from '../rule.js';
import { type CheckedText, cellTexts, placeIn, sentenceTexts } from '../texts.js';

/** A shorter title is a short form of another, and may be: 《清单》. */
const SHORTEST = 6;

/** Whose a document is, as its title begins: 某市某区, 全区, 区级. */
const WHOSE =
  /^(?:(?:全|本)[省市区县州旗]|[省市区县州旗]级|(?:[^的《》，。；、]{1,8}?(?:省|市|自治区|区|县|州|旗)){1,3})/;

interface Cited {
  readonly title: string;
  /** Whose it is, '' where the title does not say. */
  readonly whose: string;
  /** The title without it. */
  readonly core: string;
  readonly said: CheckedText;
  /** Where it stands, its marks included. */
  readonly at: number;
  readonly end: number;
}

export const documentNames: Rule<'document-names'> = {
  code: 'document-names',
  find: (book) => {
    const texts = [...sentenceTexts(book), ...cellTexts(book)];
    const cited = texts.flatMap(citedIn);
    return [...unlikeTitles(cited), ...unmarked(book, cited, texts)];
  },
};

function citedIn(said: CheckedText): Cited[] {
  return Array.from(
    said.text.matchAll(/《([^《》\n]+)》/g),
    ({ 0: marked, 1: printed = '', index }): Cited => {
      const title = normalizeName(printed);
      const whose = WHOSE.exec(title)?.[0] ?? '';
      const parted = title.length - whose.length >= SHORTEST;
      return {
        title,
        whose: parted ? whose : '',
        core: parted ? title.slice(whose.length) : title,
        said,
        at: index,
        end: index + marked.length,
      };
    },
  ).filter(({ title }) => title.length >= SHORTEST);
}

/** Titles that are nearly alike; each pair is told once, where the second stands first. */
function unlikeTitles(cited: readonly Cited[]): Finding<'document-names'>[] {
  const firsts = Array.from(
    new Map(cited.map((each) => [each.title, each] as const).reverse()).values(),
  ).reverse();
  return firsts.flatMap((each, i) => {
    const other = firsts.slice(0, i).find((earlier) => isSame(earlier, each));
    return other
      ? [
          {
            args: { title: other.title, here: each.title, marked: true },
            at: placeIn(each.said, each.at, each.end),
          },
        ]
      : [];
  });
}

/** Whether two titles seem to be of one document; those of two districts or two years are not. */
function isSame(one: Cited, other: Cited): boolean {
  const withoutNumbers = (title: string) => title.replace(/\d+/g, '');
  if (withoutNumbers(one.title) === withoutNumbers(other.title)) return false;
  const [short, long] = [one.whose, other.whose].sort((a, b) => a.length - b.length) as [string, string];
  return long.endsWith(short) && (one.core === other.core || isNearly(one.core, other.core));
}

/** Whether one name is the other with a character changed, or a few more inside: 应急预案, 应急救援预案. */
function isNearly(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length === long.length) return distance(short, long) === 1;
  let at = 0;
  for (const char of long) if (char === short[at]) at++;
  return at === short.length && long.length - short.length <= 3 && short.slice(-2) === long.slice(-2);
}

/** A document that is cited by its title and elsewhere named without its marks, with other words before its name. */
function unmarked(
  book: TaskBook,
  cited: readonly Cited[],
  texts: readonly CheckedText[],
): Finding<'document-names'>[] {
  const titles = new Map(cited.map((each) => [each.core, each.title]));
  const higher = higherLevels(book);
  const district = [book.district?.name, book.district?.short].filter((name) => name !== undefined);
  return Array.from(titles).flatMap(([core, title]) => {
    if (core.length < 8) return [];
    return texts.flatMap((said) => {
      const at = said.text.indexOf(core);
      if (at < 0) return [];
      const before = said.text.slice(0, at);
      if (before.lastIndexOf('《') > before.lastIndexOf('》')) return [];
      const whose =
        district.find((name) => before.endsWith(name)) ??
        /(?:(?:全|本)[省市区县州旗]|[省市区县州旗]级)$/.exec(before)?.[0] ??
        '';
      // A higher level has a document of the same name.
      if (higher.some((level) => whose.includes(level))) return [];
      return [
        {
          args: { title, here: whose + core, marked: false },
          at: placeIn(said, at - whose.length, at + core.length),
        },
      ];
    });
  });
}
