import type { Stretch } from '../model/passage.js';
import {
  MAY_LABEL_TIME,
  MAY_SAY_WHEN,
  NO_PLACE_OF_A_MONTH,
  PERIOD,
  TIME_IN_CLAUSE,
  TIME_LABEL,
} from '../words/calendar.js';
import { FIELD_LABEL } from '../words/fields.js';
import { FIELD_NUMBER, WHO_OR_WHEN } from '../words/numbered-fields.js';
import { PERSON_DOES, PERSON_LABEL, PERSON_MAY_DO } from '../words/people.js';
import { COLON } from '../words/punctuation.js';
import { TELLING } from '../words/role-words.js';
import { bracketsIn, splitOutside, strayClosing } from './brackets.js';
import { type ClauseRule, isInstead, ruleIn } from './rules.js';

/** A stretch of a clause and what it says. All parts of a clause, put together, are the clause. */
export type Part = Stretch &
  (
    | { readonly kind: 'separator' | 'who' | 'unread' }
    /** 牵头领导：某某. */
    | { readonly kind: 'people'; readonly role: Stretch; readonly names: Stretch }
    /** 完成时限：6月底前; `said` without the label. */
    | { readonly kind: 'time'; readonly said: Stretch }
    | { readonly kind: 'rule'; readonly rule: ClauseRule }
    /** 适用范围：福建自贸试验区. */
    | { readonly kind: 'field'; readonly label: Stretch; readonly said: Stretch }
    /** 预期性指标，牵头单位：…: of what sort the duty is. */
    | { readonly kind: 'remark' }
  );

const STOPS = '，；,;。\n';

const PEOPLE = new RegExp(`^(?<role>${PERSON_LABEL})\\s*${COLON}\\s*(?<names>.{1,80})$`, 'd');
const PEOPLE_DO = new RegExp(`^${PERSON_DOES}$`, 'd');
const MAY_DO = new RegExp(`${PERSON_MAY_DO}$`);
const FIELD = new RegExp(`^(?<label>${FIELD_LABEL})\\s*${COLON}\\s*(?<said>.+)$`, 'ds');
const TIME_LABELLED = new RegExp(
  `^${TIME_LABEL}\\s*(?:${COLON}\\s*(?<said>[^：:]{1,40})|[为是]?\\s*(?<bare>${TIME_IN_CLAUSE}[^：:、]{0,20}))$`,
  'd',
);
const MAY_BE_LABELLED = new RegExp(MAY_LABEL_TIME);
/** 上线：8月31日前, 节点：贯穿始终: whatever the label, a time behind it is one. */
const TIME_BEHIND_LABEL = new RegExp(
  `^[一-龥]{1,7}[^局委办厅部处科镇乡村道社会院所站司队]\\s*${COLON}\\s*(?<said>${TIME_IN_CLAUSE}[^：:、]{0,20})$`,
  'd',
);
const TIME_OF_SOME = new RegExp(
  `^(?:其[中余他][^：:]{0,30}${TIME_IN_CLAUSE}[^：:]{0,20}(?:前|内|底|完成)|[^：:、]{0,10}每${PERIOD}[^：:、]{1,10})$`,
);
const MAY_BE_TIME = new RegExp(MAY_SAY_WHEN);
const TIME_BARE = new RegExp(`^${NO_PLACE_OF_A_MONTH}(?<said>${TIME_IN_CLAUSE}[^：:、由]{0,20})$`, 'd');

/**
 * Takes apart what a clause says, without the brackets around it: who, which people, by when, and the
 * rules by which it is to be read. What is none of the last three says who.
 */
export function partsOf(text: string, start: number, end: number): Part[] {
  return partsIn(text, start, end, false);
}

/** @param isBehindName whether it stands in a bracket behind a name: a time alone is by when, there */
function partsIn(text: string, start: number, end: number, isBehindName: boolean): Part[] {
  const said = text.slice(start, end);
  const parts: Part[] = [];
  let at = start;
  const separatorTo = (to: number) => {
    if (to > at) parts.push({ kind: 'separator', start: at, end: to });
    at = to;
  };
  const atoms = atomsOf(said);
  let before = '';
  for (const [i, atom] of atoms.entries()) {
    const printed = said.slice(atom.start, atom.end);
    const trimmed = withoutStray(
      ANY_COLON.test(printed) ? printed.trim().replace(STROKES, '') : printed.trim(),
    );
    if (trimmed === '') continue;
    const from = start + atom.start + printed.indexOf(trimmed);
    const isFirst = parts.length === 0 && i === atoms.length - 1;
    const own: Part = isInstead(trimmed, before)
      ? { kind: 'rule', start: from, end: from + trimmed.length, rule: { kind: 'of-lists' } }
      : parts.length === 0 && isSort(trimmed, said.slice(atom.end))
        ? { kind: 'remark', start: from, end: from + trimmed.length }
        : partAt(trimmed, from, isBehindName || !isFirst);
    before = trimmed;
    for (const part of withRuleBehind(text, own)) {
      const last = parts.at(-1);
      // Names go on over a comma: their grammar reads the separators.
      if (part.kind === 'who' && last?.kind === 'who' && GOES_ON.test(text.slice(last.end, part.start)))
        parts[parts.length - 1] = { ...last, end: part.end };
      // So does a time: 立行立改，长期坚持.
      // And what is said of the field before it, up to the next label.
      else if (last?.kind === 'field' && part.kind !== 'field' && isMoreOf(text, last.end, part)) {
        parts[parts.length - 1] = { ...last, end: part.end, said: { ...last.said, end: part.end } };
      } else if (
        last?.kind === 'people' &&
        part.kind === 'who' &&
        OF_HEADS.test(text.slice(part.start, part.end))
      ) {
        parts[parts.length - 1] = { ...last, end: part.end, names: { ...last.names, end: part.end } };
      } else if (last?.kind === 'time' && isMoreTime(text, part)) {
        parts[parts.length - 1] = { ...last, end: part.end, said: { ...last.said, end: part.end } };
      } else {
        separatorTo(part.start);
        parts.push(part);
      }
      at = part.end;
    }
  }
  separatorTo(end);
  return parts;
}

const SORT = /^[^、：:（(]{0,12}(?:指标|事项|任务|项目|试点|工程|目标|内容|专项|改革|实事|清单)$/;
const TELLS = new RegExp(TELLING);

/** Whether a part says of what sort the duty is, before those behind it who do it: 预期性指标，牵头单位：…. */
function isSort(text: string, behind: string): boolean {
  return SORT.test(text) && !TELLS.test(text) && /^\s*[，,；;]/.test(behind) && TELLS.test(behind);
}

/** 责任人：甲局主要负责人，各县政府主要负责人: the heads of more of them. */
const OF_HEADS = /^[^：:]*(?:负责人|负责同志|领导(?:同志)?|[局厅院所校县市区镇乡]长)$/;

/** Whether a part goes on with a time: 12月底，其中甲镇8月底前完成; 11月5日前，供热期内每月一次. */
function isMoreTime(text: string, part: Part): boolean {
  return part.kind === 'time'
    ? part.said.start === part.start
    : part.kind === 'who' && TIME_OF_SOME.test(text.slice(part.start, part.end));
}

/** Whether a part goes on with what a field says: it stands behind a comma and has no label of its own. */
function isMoreOf(text: string, end: number, part: Part): boolean {
  return (
    /^\s*[，,、]\s*$/.test(text.slice(end, part.start)) && !LABELLED.test(text.slice(part.start, part.end))
  );
}

const LABELLED = new RegExp(`^[一-龥]{2,8}\\s*${COLON}`);

/** A label behind a blank, its number or names alone: 牵头领导：某某 牵头单位：某局（2）责任单位：某局完成时限：6月. */
const LABEL_BEHIND = new RegExp(
  `\\s+(?=-{0,2}[一-龥]{2,8}${COLON})|(?<=[^\\s，；,;。（(\\d])\\s*(?=${FIELD_NUMBER})|(?=(?:[省市县区州旗镇乡][级直])?${WHO_OR_WHEN}\\s{0,2}${COLON})(?<=${COLON}(?:[^：:（()）]|[（(][^（()）]{0,30}[）)]){0,200}[^：:\\s（(])`,
  'g',
);

const ANY_COLON = new RegExp(COLON);

/** What parts names that go on: no label's strokes, and not nothing. */
const GOES_ON = /^[^-]+$/;
/** --牵头：某局, （2）牵头：某局: strokes or a number before a label. */
const STROKES = new RegExp(`^(?:-+\\s*(?=[一-龥]{2,8}${COLON})|${FIELD_NUMBER})`);

/** A bracket at the end that nothing opens is a slip of the pen. */
function withoutStray(text: string): string {
  const end = strayClosing(text);
  return end === text.length - 1 ? text.slice(0, end) : text;
}

/** What stands between stops, and between a blank and a label. */
function atomsOf(text: string): Stretch[] {
  return splitOutside(text, STOPS).flatMap(({ start, end }) => {
    const cuts: number[] = [];
    const labelled = ANY_COLON.test(text.slice(start, end)) ? text.slice(start, end) : '';
    for (const { index } of labelled.matchAll(LABEL_BEHIND)) {
      // 时限： in 完成时限： is no label of its own.
      const before = cuts.at(-1);
      if (before === undefined || ANY_COLON.test(text.slice(before, start + index))) cuts.push(start + index);
    }
    return [start, ...cuts].map((from, i) => ({ start: from, end: cuts[i] ?? end }));
  });
}

/** （6月底前）. */
const TIME_BEHIND_NAME = new RegExp(`[（(]${TIME_IN_CLAUSE}[^（()）、]{0,20}[）)]`);

/** 某局、某局（列第一位者为牵头单位，下同）, 某局（9月底前）: the brackets are no part of the last name. */
function withRuleBehind(text: string, part: Part): readonly Part[] {
  if (part.kind !== 'who') return [part];
  const said = text.slice(part.start, part.end);
  const bracket = bracketsIn(said).at(-1);
  if (bracket?.end !== said.length || bracket.start === 0) return [part];
  const opening = part.start + bracket.start;
  // 甲局（6月底前）、乙局（9月底前）: each has a day of its own.
  const isOnly = !TIME_BEHIND_NAME.test(said.slice(0, bracket.start));
  const inner = partsIn(text, opening + 1, part.end - 1, isOnly);
  if (!inner.every(({ kind }) => kind !== 'who')) return [part];
  return [
    { kind: 'who', start: part.start, end: opening },
    { kind: 'separator', start: opening, end: opening + 1 },
    ...inner,
    { kind: 'separator', start: part.end - 1, end: part.end },
  ];
}

/** @param mayBeTime whether the clause says more: a time alone says nothing of who */
function partAt(text: string, start: number, mayBeTime: boolean): Part {
  const here = { start, end: start + text.length };
  const group = (found: RegExpExecArray, name: string): Stretch => {
    const [from, to] = found.indices?.groups?.[name] ?? [0, 0];
    return { start: start + from, end: start + to };
  };
  const hasColon = ANY_COLON.test(text);
  const people = hasColon ? PEOPLE.exec(text) : null;
  const doing = people ?? (MAY_DO.test(text) ? PEOPLE_DO.exec(text) : null);
  if (doing) return { kind: 'people', ...here, role: group(doing, 'role'), names: group(doing, 'names') };
  const field = hasColon ? FIELD.exec(text) : null;
  if (field) return { kind: 'field', ...here, label: group(field, 'label'), said: group(field, 'said') };
  const rule = ruleIn(text);
  if (rule) return { kind: 'rule', ...here, rule };
  const labelled = MAY_BE_LABELLED.test(text) ? TIME_LABELLED.exec(text) : null;
  const behindLabel = () => (hasColon ? TIME_BEHIND_LABEL.exec(text) : null);
  const time =
    labelled ?? (mayBeTime && MAY_BE_TIME.test(text) ? (behindLabel() ?? TIME_BARE.exec(text)) : null);
  if (time)
    return {
      kind: 'time',
      ...here,
      said: group(time, time.groups?.['bare'] === undefined ? 'said' : 'bare'),
    };
  return { kind: 'who', ...here };
}
