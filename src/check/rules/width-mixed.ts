import type { Rule } from '../rule.js';
import { cellTexts, placeIn, sentenceTexts } from '../texts.js';

/** Two ways to write the same, of which a notice should use one. */
const FORMS = [
  { what: '数字', half: /\d+/g, full: /[０-９]+/g },
  { what: '百分号', half: /%/g, full: /％/g },
  { what: '字母', half: /[A-Za-z]+/g, full: /[Ａ-Ｚａ-ｚ]+/g },
  { what: '括号', half: /(?<=\p{Script=Han})\(|\)(?=\p{Script=Han}|$)/gu, full: /[（）]/g },
  { what: '逗号', half: /(?<=\p{Script=Han}),|,(?=\p{Script=Han})/gu, full: /，/g },
  { what: '冒号', half: /(?<=\p{Script=Han}):/gu, full: /：/g },
  { what: '分号', half: /(?<=\p{Script=Han});/gu, full: /；/g },
] as const;

export const widthMixed: Rule = {
  code: 'width-mixed',
  severity: 'info',
  title: '全角半角混用',
  explanation: '同一份通知里，同一种符号有的用全角、有的用半角。请统一成用得多的那一种。',
  find: (book) => {
    const texts = [...sentenceTexts(book), ...cellTexts(book)];
    return FORMS.flatMap(({ what, half, full }) => {
      const count = (form: RegExp) =>
        texts.reduce((sum, { text }) => sum + (text.match(form)?.length ?? 0), 0);
      const [halves, fulls] = [count(half), count(full)];
      if (halves === 0 || fulls === 0) return [];
      const [rarer, name] = halves <= fulls ? [half, '半角'] : [full, '全角'];
      return texts.flatMap((said) =>
        Array.from(said.text.matchAll(rarer), ({ 0: found, index }) => ({
          message: `这里的${what}“${found}”是${name}，别处多用${name === '半角' ? '全角' : '半角'}。`,
          at: placeIn(said, index, index + found.length),
        })).slice(0, 1),
      );
    });
  },
};
