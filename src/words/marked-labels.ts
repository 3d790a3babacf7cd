import { anyOf, wordsIn } from './any-of.js';
import { TIME_LABEL } from './calendar.js';
import { MARKS } from './marks.js';
import { PERSON_LABEL } from './people.js';
import { COLON } from './punctuation.js';
import { WHO_LABEL } from './role-words.js';
import { labelAt } from './roles.js';

// Labels that something else than a colon tells: 【主责】甲局, ★牵头：甲局, 牵头单位——甲局, 完成时限 9月底.

const BRACKETED = /(?<open>[【［〔[〖]|^)(?<label>[一-龥]{2,8})[】］〕\]〗](?<colon>[：:])?/g;
/** What such a bracket may hold beside labels of who. */
const OTHER = new RegExp(`^(?:${TIME_LABEL}|${PERSON_LABEL})$`);
const BULLET = `[${MARKS}●■◆▲▶►◎◇□▪•·]`;
const BULLET_BEFORE = new RegExp(`^(?<bullets>\\s*(?:${BULLET}\\s*)+)(?<label>[一-龥]{2,8})(?=\\s*${COLON})`);
const DASHED = new RegExp(
  `^(?<label>\\s*(?:${WHO_LABEL}|${TIME_LABEL}))\\s?(?<dash>[—–－]{1,2})(?=\\s?[一-龥\\d])`,
);
/** Only before what is surely a time. */
const SPACED = new RegExp(
  `^(?<label>\\s*${anyOf(wordsIn('完成 办结 整改 落实'))}(?:时限|时间|期限))[ \\t\\u3000](?=\\s*\\d)`,
);

/**
 * A text, as long as it is printed, in which labels have a colon behind them and nothing before them, whatever marks them.
 *
 * @param text a paragraph, or what a part of it says
 */
export function withColons(text: string): string {
  return text
    .replace(BRACKETED, (printed, open: string, label: string, colon: string | undefined) => {
      if (!isLabel(label)) return printed;
      return ' '.repeat(open.length) + (colon === undefined ? `${label}：` : `${label}： `);
    })
    .replace(BULLET_BEFORE, (printed, bullets: string, label: string) =>
      isLabel(label) ? ' '.repeat(bullets.length) + label : printed,
    )
    .replace(DASHED, (printed, label: string) => `${label}：`.padEnd(printed.length))
    .replace(SPACED, (_, label: string) => `${label}：`);
}

function isLabel(text: string): boolean {
  return labelAt(`${text}：`, 0)?.text === `${text}：` || OTHER.test(text);
}
