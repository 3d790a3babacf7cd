import type { Rule } from '../rule.js';
import { cellTexts, placeIn, sentenceTexts } from '../texts.js';

/** Two ways to write the same, of which a notice should use one. */
const FORMS = [
  { sign: 'digit', half: /\d+/g, full: /[０-９]+/g },
  { sign: 'percent', half: /%/g, full: /％/g },
  { sign: 'letter', half: /[A-Za-z]+/g, full: /[Ａ-Ｚａ-ｚ]+/g },
  { sign: 'bracket', half: /(?<=\p{Script=Han})\(|\)(?=\p{Script=Han}|$)/gu, full: /[（）]/g },
  { sign: 'comma', half: /(?<=\p{Script=Han}),|,(?=\p{Script=Han})/gu, full: /，/g },
  { sign: 'colon', half: /(?<=\p{Script=Han}):/gu, full: /：/g },
  { sign: 'semicolon', half: /(?<=\p{Script=Han});/gu, full: /；/g },
] as const;

export const widthMixed: Rule<'width-mixed'> = {
  code: 'width-mixed',
  find: (book) => {
    const texts = [...sentenceTexts(book), ...cellTexts(book)];
    return FORMS.flatMap(({ sign, half, full }) => {
      const count = (form: RegExp) =>
        texts.reduce((sum, { text }) => sum + (text.match(form)?.length ?? 0), 0);
      const [halves, fulls] = [count(half), count(full)];
      if (halves === 0 || fulls === 0) return [];
      const [rarer, width] = halves <= fulls ? ([half, 'half'] as const) : ([full, 'full'] as const);
      return texts.flatMap((said) =>
        Array.from(said.text.matchAll(rarer), ({ 0: found, index }) => ({
          args: { sign, found, width },
          at: placeIn(said, index, index + found.length),
        })).slice(0, 1),
      );
    });
  },
};
