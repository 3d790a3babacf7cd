import { anyOf, wordsIn } from './any-of.js';

// What a notice promises to those who do something: 给予30万元奖励, 每千瓦补助120元.

/** Words that are a verb and its object at once: 每项奖励5万元. */
const GIVEN = wordsIn('奖励 奖补 补助 补贴 资助 救助 补偿 贴息');
export const GIVES_IT = anyOf(GIVEN);

/** What is given, at the end of its name: 护理补贴, 稳产奖励, 资金支持. */
export const GIFT = `(?:${anyOf([...GIVEN, ...wordsIn('津贴 奖金 优待 扶持 支持 优惠')])}(?:金|资金|经费)?)`;

/** What gives it, before its name: 发放护理补贴. */
export const HANDS_OUT = anyOf(wordsIn('给予 予以 发放 支付 兑现 享受'));
