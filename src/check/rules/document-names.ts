import { distance } from 'fastest-levenshtein';
import type { TaskBook } from '../../model/taskbook.js';
import { normalizeName } from '../../units/index.js';
import type { Noticed, Rule } from '../rule.js';
import { cellTexts, placeIn, sentenceTexts, type Text } from '../texts.js';

/** A shorter title is a short form of another, and may be: 《清单》. */
const SHORTEST = 6;

/** What may stand before a document's own name: whose it is, and for which year. */
const WHOSE =
  /^(?:\d{4}年度?|(?:全|本)[省市区县州旗]|[省市区县州旗]级|[^的《》，。；、]{1,8}?(?:省|市|自治区|区|县|州|旗))/;

interface Cited {
  readonly title: string;
  readonly core: string;
  readonly said: Text;
  readonly at: number;
}

export const documentNames: Rule = {
  code: 'document-names',
  severity: 'warning',
  title: '文件名称前后不一',
  explanation: '像是同一份文件，前后写的名称不一样：多了少了几个字，或有的没有书名号。请统一成正式名称。',
  find: (book) => {
    const texts = [...sentenceTexts(book), ...cellTexts(book)];
    const cited = texts.flatMap(citedIn);
    return [...unlikeTitles(cited), ...unmarked(book, cited, texts)];
  },
};

function citedIn(said: Text): Cited[] {
  return Array.from(said.text.matchAll(/《([^《》\n]+)》/g), ({ 1: title = '', index }) => ({
    title: normalizeName(title),
    core: coreOf(normalizeName(title)),
    said,
    at: index,
  })).filter(({ title }) => title.length >= SHORTEST);
}

function coreOf(title: string): string {
  let core = title;
  for (
    let whose = WHOSE.exec(core);
    whose && core.length - whose[0].length >= SHORTEST;
    whose = WHOSE.exec(core)
  ) {
    core = core.slice(whose[0].length);
  }
  return core;
}

/** Titles that are nearly alike; each pair is told once, where the second stands first. */
function unlikeTitles(cited: readonly Cited[]): Noticed[] {
  const firsts = Array.from(
    new Map(cited.map((each) => [each.title, each] as const).reverse()).values(),
  ).reverse();
  return firsts.flatMap((each, i) => {
    const other = firsts
      .slice(0, i)
      .find(({ title, core }) => core === each.core || isNearly(title, each.title));
    return other
      ? [
          {
            message: `前面写作《${other.title}》，这里写作《${each.title}》。`,
            at: placeIn(each.said, each.at),
          },
        ]
      : [];
  });
}

/** Whether one title is the other with a character changed, or a few more inside: 应急预案, 应急救援预案. */
function isNearly(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (distance(short, long) <= 1) return true;
  let at = 0;
  for (const char of long) if (char === short[at]) at++;
  return at === short.length && long.length - short.length <= 3 && short.slice(-2) === long.slice(-2);
}

/** A document that is cited by its title and elsewhere named without its marks, with other words before its name. */
function unmarked(book: TaskBook, cited: readonly Cited[], texts: readonly Text[]): Noticed[] {
  const titles = new Map(cited.map((each) => [each.core, each.title]));
  const district = [book.district?.name, book.district?.short].filter((name) => name !== undefined);
  return Array.from(titles).flatMap(([core, title]) => {
    if (core.length < 8) return [];
    return texts.flatMap((said) => {
      const at = said.text.indexOf(core);
      if (at < 0 || /《[^》]*$/.test(said.text.slice(0, at))) return [];
      const before = said.text.slice(0, at);
      const whose =
        district.find((name) => before.endsWith(name)) ??
        /(?:(?:全|本)[省市区县州旗]|[省市区县州旗]级)$/.exec(before)?.[0] ??
        '';
      return [
        {
          message: `别处写作《${title}》，这里写作“${whose}${core}”。`,
          at: placeIn(said, at - whose.length),
        },
      ];
    });
  });
}
