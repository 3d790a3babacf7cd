import { anyOf, wordsIn } from './any-of.js';

/** Words that, right behind the name of a unit, give it a duty: 县教育局牵头, 市财政局负责兑付; but not 负责人, 负责解释. */
export const DUTY_WORD = `(?:按职责)?(?:分别|具体|共同)?(?:总?牵头|主办|会同|承办|负责(?!人|制|同志|任|${anyOf(wordsIn('解释 咨询 答疑'))}))`;
