// Where what is counted ends, and what it does or is asked of it begins.
import { PHRASE_STOPS } from '../../words/punctuation.js';
import { DOER } from '../../words/unit-names.js';
import { essence } from '../words.js';

/** 120名骨干教师到乡镇学校支教. */
const COUNTED_DOES =
  /到(?!位)|赴|开展|实施(?!.{0,6}改造)|取得|作为|进行|参加|接受|完成|用于|给予|进入|加装|提供|纳入|享受|得到|达到|实现|通过|免费|(?<=.{2})(?:应(?!急)|须)?建成(?!区|的|后)|(?<=.{2})(?:实行|增设|悬挂|量化|能够)|^全部(?!\\S{0,6}的)|(?<=.{2})达标$|稳定脱贫|(?<=.{2})(?:全部)?发放/;

/** 林业生态园一处: how many of them, once more. */
export const ONE_OF_THEM = /(?<=.{2})一[处个座所家条]$/;

/** 30%以上的园区实施循环化改造: of a share, who they are; 200户危房实施改造 is so much to be done. */
const SHARE_DOES = /实施.*$/su;

/**
 * What is counted, without what it does.
 *
 * @param figure whether it is a share
 */
export function countedIn(behind: string, { rate } = { rate: false }): string {
  const given = behind.replace(/^(?:给予|发放)/, '').replace(rate ? SHARE_DOES : '', '');
  const end = given.search(COUNTED_DOES);
  return end < 0 ? given : given.slice(0, end);
}

const DOES = new RegExp(
  `[${PHRASE_STOPS}]|设置|开展|每|应(?![急对收届用聘])|要|须|必须|不得|不予|全部|建立|配备|组织|实现|完成|达到|落实|安装|纳入`,
);

/** The first noun of a text that goes on with what that noun does: 企业设置…, 医院，…. */
export function nounIn(text: string): string {
  const noun = text.replace(/^的?(?:[评视]|评定|定|确定|判定)?为?/, '');
  const end = noun.search(DOES);
  // 5年以上从业经历的人员, 3年以上劳动合同的.
  return (end < 0 ? noun : noun.slice(0, end)).replace(/^[^的]{0,4}(?:经[历验]|合同|学历)的(?=.)|的$/, '');
}

const WHO_DOES = new RegExp(`(?:${DOER}|(?<!超)市|[省县区乡镇村])$`);

/** What is measured where a time follows it; who has to do it is none. */
export function ownSubject(clause: string): string {
  const { text } = essence(clause);
  return WHO_DOES.test(text) ? '' : text;
}

/** What stands before the name of what is given or set up. */
const GIVES = /^.*(?:给予|发放|设立|建立|组建|配备|储备|举办|完成)/su;

/** What stands before what a clause sets up: where, and how. */
const SETS_UP = /^.*(?:设置|设立|建立|建设|配备|推广|布设|安装)(?=.{3})/su;

/** 截至2025年底全县已建成公共厕所210座: of what things stood so. */
const STOOD =
  /^截[至止].{2,20}?已(?:经|累计|共)?(?:建成|完成|实现|培育|创建|设立)?(?<what>[^\d]{2,16}?)\d[\d.万亿]{0,8}\p{Script=Han}{1,2}$/u;

/** What a clause is about, without where and how: 逐步在小区全部设置平价超市. */
export function objectOf(clause: string): string {
  const subject = STOOD.exec(clause)?.groups?.['what'] ?? ownSubject(clause);
  return SETS_UP.test(subject) && /[在全均]/.test(subject) ? subject.replace(SETS_UP, '') : subject;
}

/** What a clause names last, which the bracket behind it limits. */
export function limitedBy(clause: string): string {
  const { text } = essence(clause);
  return text.replace(GIVES, '') || text;
}
