import { rowsOf } from '../../model/book.js';
import type { Rule } from '../rule.js';
import { bodyTexts, cellTexts, placeIn } from '../texts.js';

const PAIRS: Readonly<Record<string, string>> = {
  '）': '（',
  '》': '《',
  '〉': '〈',
  '”': '“',
  '’': '‘',
  '」': '「',
  '』': '『',
  '】': '【',
  '〕': '〔',
};
const OPENING = new Set(Object.values(PAIRS));

export const bracketsUnbalanced: Rule<'brackets-unbalanced'> = {
  code: 'brackets-unbalanced',
  find: (book) =>
    [...bodyTexts(book), ...cellTexts(book, rowsOf(book))].flatMap((said) => {
      const at = firstUnbalanced(said.text);
      if (at === undefined) return [];
      const around = said.text.slice(Math.max(0, at - 8), at + 8).replaceAll('\n', ' ');
      return [{ args: { mark: said.text[at] ?? '', around }, at: placeIn(said, at, at + 1) }];
    }),
};

/** Where the first bracket or quotation mark stands that has no other half. */
function firstUnbalanced(text: string): number | undefined {
  const open: { readonly mark: string; readonly at: number }[] = [];
  for (let i = 0; i < text.length; i++) {
    const mark = (text[i] as string).replace('(', '（').replace(')', '）');
    if (OPENING.has(mark)) {
      open.push({ mark, at: i });
    } else if (PAIRS[mark] !== undefined) {
      if (open.at(-1)?.mark === PAIRS[mark]) open.pop();
      else if (!/(?:^|[\s，。；、：])[\d一二三四五六七八九十]{1,2}$/.test(text.slice(Math.max(0, i - 4), i)))
        return i;
    }
  }
  return open[0]?.at;
}
