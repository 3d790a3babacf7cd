// What is given, and not to whom or for what: of 对新入统企业给予8万元奖励 the figure is of the 奖励.
import { GIFT, GIVES_IT, HANDS_OUT } from '../words/gifts.js';
import { FOR_EACH_ONE } from '../words/measure-words.js';
import { PHRASE_STOPS } from '../words/punctuation.js';
import type { Figure } from './figure.js';

/** 给予30万元, 按每人每月110元: what is given stands behind the figure. */
const GIVING = new RegExp(
  `${HANDS_OUT}[^，。；]{0,16}$|(?:按照?[^${PHRASE_STOPS}]{0,20}|标准[^${PHRASE_STOPS}]{0,8})$`,
);
const BEHIND = new RegExp(
  `^(?:的?标准)?的?(?<verb>${HANDS_OUT})?(?<gift>[^${PHRASE_STOPS}（）的]{0,12}?${GIFT})(?=[${PHRASE_STOPS}（）]|$|用于)`,
);
/** 按核定投资额的40%予以补助: a share of what. */
const SHARE_OF = new RegExp(`按照?(?:不超过|不低于)?(?<of>[^${PHRASE_STOPS}]{2,20}?)的?$`);
/** 对…的再奖励, 每项分别奖励, 每千瓦补助: what stands before says to whom, or for which. */
const BEFORE = new RegExp(
  [
    `^(?:(?:根据|结合|综合考虑|按照?)[^，。；\\n\\d]{2,60}?(?:因素|情况|比例|原则)${HANDS_OUT}|(?:对|向)(?:(?!${HANDS_OUT})[^${PHRASE_STOPS}]){2,40}?|[^${PHRASE_STOPS}]{0,40}?(?:再|各|另|另外|分别|的|${HANDS_OUT}))?`,
    `${FOR_EACH_ONE.replace('{1,2}', '{0,2}')}(?:再|各|分别)?(?:最高|最多)?(?<gift>(?:一次性)?${GIVES_IT})$`,
  ].join(''),
);

/** What `BEFORE` cannot be without; it is large. */
const SAYS_GIFT = new RegExp(`${GIVES_IT}$`);

const MONEY = /^(?:美?元|%)/;

/** A gift with the share that it is, where it is one of something. */
export interface Given {
  readonly gift: string;
  readonly share?: { readonly of: string };
}

/**
 * Reads what is given.
 *
 * @param prefix what stands before the figure
 * @param suffix what stands behind it, or behind the last of the figures that share it
 * @param figure its unit tells money from what else is given or helped: 救助500人 is of those who are
 */
export function givenIn(prefix: string, suffix: string, { rate, unit }: Figure): Given | undefined {
  const { verb, gift } = BEHIND.exec(suffix)?.groups ?? {};
  if (gift !== undefined && (verb !== undefined || GIVING.test(prefix))) {
    const of = rate ? SHARE_OF.exec(prefix)?.groups?.['of'] : undefined;
    return { gift, ...(of !== undefined && { share: { of } }) };
  }
  if (!MONEY.test(unit)) return undefined;
  if (!SAYS_GIFT.test(prefix)) return undefined;
  const before = BEFORE.exec(prefix.replace(/^[、\s]+/, ''))?.groups?.['gift'];
  return before === undefined ? undefined : { gift: before };
}

/** Whether a text names what is given: 单个展会补贴. */
export const NAMES_GIFT = new RegExp(`${GIFT}$`);
export const IS_GIFT = new RegExp(`^${GIFT}$`);
