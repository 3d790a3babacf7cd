import type { Stretch } from '../../model/passage.js';
import { MAY_SAY_WHEN, NO_PLACE_OF_A_MONTH, TIME_IN_CLAUSE } from '../../words/calendar.js';
import { WHICH } from '../../words/collectives.js';
import { DECIMAL_NUMBER, PARAGRAPH_NUMBER } from '../../words/numerals.js';
import { CLOSING, FULL_STOP, OPENING, UNBRACKETED } from '../../words/punctuation.js';
import type { Part } from '../parts.js';

/** Where a paragraph says who does what it demands. */
export interface FoundClause extends Stretch {
  /** What it says; joined, its own text from `start` to `end`, or what of a sentence of the goal says it. */
  readonly parts: readonly Part[];
  /** Its sentence says what is to be done, too, and stays in the goal: 由某局牵头，开展检查。 */
  readonly inGoal: boolean;
  /** The names stand at the head of what they do, and no word frames them. */
  readonly isByDoers?: true;
  /** It says who helps with what the clause before it says: 由甲局牵头整改；乙局配合做好衔接. */
  readonly isOfBefore?: true;
}

/** No clause is longer; it keeps the time that a paragraph takes in proportion to its length. */
export const LONGEST = 2000;

/** The number that a sentence may begin with, of whatever form; or that it answers a question: 答：由某局负责. */
export const NUMBER_BEFORE = new RegExp(
  `^\\s*(?:(?:${DECIMAL_NUMBER}|${PARAGRAPH_NUMBER}|${OPENING}${UNBRACKETED}{1,4}${CLOSING}|答[：:])\\s*)?`,
);

/** 1.先进集体（单位）：某公司工会牵头: a title behind the number, before who does it. */
export const TITLE_BEFORE = /^[^，。；：:]{2,30}[：:](?=.)/;

/** 运输保障组：县交通局负责调运, 会场布置方面：某局负责搭建, 城东片区（含沿河路）：某组牵头: a part of the work, which nothing numbers; 六部门按以下分工开展工作：. */
export const PART_BEFORE =
  /^\s*[^，。；：:、]{2,14}(?:组|小队|专班|方面|环节|阶段)[：:](?=.)|^\s*[^，。；：:、（]{2,14}(?:小区|片区?|区域|地段|路段|河段|沿线|责任区|包干区)(?:（[^（）]{1,30}）)?[：:](?=.)|^[^：:。；\n]{4,60}(?:分工|职责|如下|以下)[^，：:。；]{0,8}[：:](?=.)/;

/** 整改措施：市公安局加强检查: what a sentence is. */
export const LABEL_BEFORE = /^\s*[一-龥]{2,6}[：:](?=.)/;

/** 入户登记时, 汛期: before those who do something then. */
export const WHILE = new RegExp(
  `^[^，。；：、\\d由]{0,10}(?:(?<!同)时|期间|汛期)(?=${WHICH}|[县区市镇乡](?![民区域内场]).{1,12}[局委办院所站校队])`,
);

/** 3月20日前, 每周一, 即日起, and nothing else: by when those behind it do what they do. */
const ALONE_IN_PART = `(?:在|于|自|从)?${TIME_IN_CLAUSE}(?:之日|工作日|季度|期间|上旬|[\\d年月日号底初中下旬末前后内起第一二三四五六七天周个至到—-]){0,16}`;
const TIME_AHEAD = new RegExp(`^\\s*${NO_PLACE_OF_A_MONTH}${ALONE_IN_PART}[，,]\\s*$`);
/** What it cannot be without, and what it ends in; it is large. */
const MAY_BE_AHEAD = new RegExp(MAY_SAY_WHEN);
const ENDS_IN_COMMA = /[，,]\s*$/;

/** Whether a part of a sentence with the comma behind it says no more than by when. */
export function isTimeAhead(part: string): boolean {
  return ENDS_IN_COMMA.test(part) && MAY_BE_AHEAD.test(part) && TIME_AHEAD.test(part);
}

/** The stop of a sentence that a clause stands in front of. */
export const STOP_BEHIND = new RegExp(`^${FULL_STOP}`);

/**
 * What a text is: a `letter` says what the notice is about; a `body` says what is to be done, as measures do, and who
 * stands at the head of a sentence does what it says; where `all` that a notice has is sentences, each is an item,
 * though nothing numbers it.
 */
export type TextKind = 'letter' | 'body' | 'all';
