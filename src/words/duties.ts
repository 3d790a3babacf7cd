import { anyOf, wordsIn } from './any-of.js';
import { MARK_BEGINS } from './levels.js';
import { IS_TO, WHO_LABEL } from './role-words.js';

/** Words that, right behind the name of a unit, give it a duty: 县教育局牵头, 市财政局负责兑付; but not 负责人, 负责解释. */
export const DUTY_WORD = `(?:按职责)?(?:分别|具体|共同)?(?:要?总?牵头(?!的(?!工作|任务))|(?:主办|承办)(?!的)|会同|${IS_TO}(?!${anyOf(wordsIn('解释 咨询 答疑'))})|${anyOf(wordsIn('抓总 (?<!以[^，。；]{1,12})为主(?![导向体要题]|向) 负主体责任 负监管责任 负总责'))}|[为是]${WHO_LABEL})`;

/** What somebody is told to do by 由 or 责成: 由县教育局、县财政局共同完成. */
export const TOLD_BY = `(?:由(?![^，。；]{0,40}的)|责成)`;
export const DONE_BY = `(?:共同|分别|具体|统一)?(?:完成|办理|承担|落实|实施|组织|跟踪|督促|会同|储备(?!粮)|提供|安排|于[^，。；]{1,8}前)`;

/** A label and what may stand between it and a name: 责任单位为县教育局, 【牵头单位】县教育局, 牵头单位——县教育局. */
export const DUTY_LABEL = `${WHO_LABEL}(?:[为是有][：:]?|[】〕］）]?\\s*[：:∶—（]{1,2}|[】〕］]|(?=[\\s${MARK_BEGINS}]))\\s*`;

/** What the names of bodies end in that a notice sets up, or speaks of as its own. */
export const SET_UP_BODY = '(?:领导小组|指挥部|专班|工作组|联席会议|委员会)(?:办公室)?$';
