// The figure is a share of something, or is held against something that is named.
import { LIMITS } from '../../words/comparisons.js';
import { IS_GIFT } from '../given.js';
import { essence } from '../words.js';
import type { SubjectReading } from './measurand.js';

const LIMIT = LIMITS.map(([words]) => words).join('|');
const LIMITED = new RegExp(`^(.{2,}?)(?<!“)(?:${LIMIT})(.{2,})$`, 's');
/** 按不低于采购金额的30%: by what share. */
const BY_SHARE = new RegExp(
  `^(?<whose>[^，。；]{0,20}?)(?:统一)?按照?(?:(?:${LIMIT})?(?<of>[^，。；]{2,20})的)?$`,
);
const PAID = /^(?:的比例)?(?<paid>[^的，。；]{2,12})$/u;
const SHARE_OF =
  /^(.[^达占\n]{0,40}?)(?:达到?|占到?|控制在)(.*(?:总(?!\p{Script=Han}{0,2}比[重例率])\p{Script=Han}{1,4}|的))$/u;
const OWN_SHARE = /^(?<own>[^占\n]{2,40})占(?!地|用|比|有|补)(?<of>[^占\n]{2,20}?)(?<!比[重例率])的?$/u;
const AREA_OF = /(?:面积|人数|数量)$/;
const PART_OF = /^占(?![用补地])(?<of>.{2,})$/u;

export const SHARES: readonly SubjectReading[] = [
  // 按不低于采购金额的30%提前预付, 超出部分按80%的比例支付: what is done by that share.
  ({ prefix, suffix, figure, scoped }) => {
    const byShare = figure.rate ? BY_SHARE.exec(prefix)?.groups : undefined;
    const paid = byShare && PAID.exec(suffix)?.groups?.['paid'];
    if (!byShare || paid === undefined) return undefined;
    const { whose = '', of } = byShare;
    const own = essence(whose).text;
    if (own !== '' && of === undefined) return undefined;
    return { subjects: [own || paid], ...scoped, ...(of !== undefined && { of }) };
  },
  // 租金不高于同地段市场租金的85%: against what it is limited.
  ({ text, before, scoped }) => {
    const [, limited, of] = LIMITED.exec(text) ?? [];
    if (!limited || !of) return undefined;
    const own = essence(limited).text;
    // 单个企业最高补贴50万元: what stands behind 最高 is what is limited.
    if (IS_GIFT.test(of)) return { subjects: [own + of], ...scoped };
    // …业务收费，原则上不高于责任的0.5%: what the clause before names.
    const said = own || (before.told ?? before.subject ?? before.clause ?? before.name);
    return { subjects: [own || essence(said).text || before.name], ...scoped, of };
  },
  // 自有工人人数达到总人数25%: a share of something else that is named.
  ({ text, scoped }) => {
    const [, own, of] = SHARE_OF.exec(text) ?? [];
    return own && of ? { subjects: [essence(own).text], ...scoped, of: of.replace(/的$/, '') } : undefined;
  },
  // 增加值占GDP的12%, 达标区面积占建成区50%的目标: a share of what is named behind 占.
  ({ text, prefix, figure, scoped }) => {
    const { own, of } = (figure.rate && OWN_SHARE.exec(text)?.groups) || {};
    return own && of && (prefix.endsWith('的') || AREA_OF.test(own))
      ? { subjects: [essence(own).text.replace(/^落实/, '')], ...scoped, of }
      : undefined;
  },
  // 占耕地面积的三分之二以上: what the sentence is about.
  ({ text, figure, before, scoped }) => {
    const of = figure.rate ? PART_OF.exec(text)?.groups?.['of'] : undefined;
    return of !== undefined && before.subject !== undefined
      ? { subjects: [before.subject], ...scoped, of }
      : undefined;
  },
];
