import type { Deliverable, DeliverableKind, Indicator, Site } from '../model/demands.js';
import { measureOf } from '../words/measure-words.js';
import type { Found } from './indicators.js';
import { withoutVerbs } from './words.js';

/** What the names of things that come out end in. */
const NOUNS: readonly (readonly [DeliverableKind, string])[] = [
  ['document', '》|手册|指导意见|实施意见|意见|指南|读本'],
  ['list', '清单库|清单|台账|目录|名录|名单'],
  ['plan', '方案|规划|计划|预案'],
  ['mechanism', '机制|制度|办法|规程|细则'],
  ['system', '数据库|系统|平台|应用场景|应用|场景'],
];
const NOUN = NOUNS.map(([, words]) => words).join('|');
const KIND = NOUNS.map(([kind, words]) => [kind, new RegExp(`(?:${words})$`)] as const);

/** Verbs that make something; 落实, 用好 and 坚持 need it to be there already. */
const MAKES =
  '(?:制定|制订|编制|修订|修编|编印|印发|出台|起草|拟定|制作|建立|健全|完善|更新|优化|建成|搭建|构建|打造|开发|迭代|升级)+';

/** 健全…机制、…制度: each thing in the list that a verb governs ends in a noun of `NOUNS`. */
const MADE = new RegExp(`${MAKES}(?<things>[^，。；\\n]+)`, 'g');
/** Bounded, so that what has no end takes no time. */
const THING = new RegExp(`.{1,80}?(?:${NOUN})(?=[、和及与并等]|以及|工作|$)`, 'g');

/** …规划编制, …系统上线: the making stands behind what is made. 规划建设 is a verb, 方案编制率 a rate. */
const SYSTEM = NOUNS.filter(([kind]) => kind === 'system')
  .map(([, words]) => words)
  .join('|');
const PAPER = NOUNS.filter(([kind]) => kind !== 'system')
  .map(([, words]) => words)
  .join('|');
const MAKING = new RegExp(
  `^(?:(?<paper>[^，。；\\n]*(?:${PAPER}))(?:编制|修订|修编|制定|印发)|(?<system>[^，。；\\n]*(?:${SYSTEM}))(?:上线|建设|开发|升级))(?!率)`,
);
/** …应用三级贯通, 区、乡镇（街道）贯通: a system that reaches through levels, and no tunnel. */
const THROUGH = /^(?<thing>[^，。；\n]*?)(?<!隧道|路|桥|线|洞|渠|管廊)(?:[一二三四五]级|实战|全面)?贯通/;

/** Others are to make it. */
const OF_OTHERS = /^(?:督促|指导|督导)/;

/** A goal that says no more than what is to be done with what the name tells: 修订, 印发. */
const DONE = new RegExp(`^(?:${MAKES}|完成编制|完成修订)(?:实施|执行|并印发)?。?$`);

/** What works are done by. */
const WORKS =
  /新建|改建|扩建|迁建|续建|改造|修复|治理|加固|整治|建设|安装|更换|更新|新增|升级|工程|铺设|硬化|绿化|新开工/;

/**
 * Reads what must come out, in the text's order.
 *
 * @param masked the text with what is quoted hidden, so that it parts nothing
 */
export function deliverablesIn(
  text: string,
  masked: string,
  name: string,
  indicators: readonly Found<Indicator>[],
  sites: readonly Found<Site>[],
): Found<Deliverable>[] {
  if (DONE.test(text)) {
    const kind = kindOf(name);
    return kind ? [{ kind, text: name, start: 0, end: text.length }] : [];
  }
  const found = [...thingsIn(text, masked), ...worksIn(masked, indicators, sites)];
  return found
    .sort((a, b) => a.start - b.start)
    .filter((each, i) => found.findIndex(({ kind, text }) => kind === each.kind && text === each.text) === i);
}

function thingsIn(text: string, masked: string): Found<Deliverable>[] {
  const found: Found<Deliverable>[] = [];
  const add = (start: number, end: number, kind: DeliverableKind | undefined) => {
    const thing = withoutVerbs(text.slice(start, end));
    const from = text.indexOf(thing, start);
    if (thing !== '' && kind) found.push({ kind, text: thing, start: from, end: from + thing.length });
  };
  for (const { 0: clause, index } of masked.matchAll(/[^，。；\n]+/g)) {
    if (OF_OTHERS.test(clause)) continue;
    const before = found.length;
    for (const { 0: whole, index: at, groups = {} } of clause.matchAll(MADE)) {
      const { things = '' } = groups;
      const offset = index + at + whole.length - things.length;
      for (const { 0: thing, index: i } of things.matchAll(THING)) {
        const start = offset + i + (/^(?:[、和及与并]|以及)+/.exec(thing)?.[0].length ?? 0);
        add(start, offset + i + thing.length, kindOf(text.slice(start, offset + i + thing.length)));
      }
    }
    if (found.length > before) continue;
    const { paper, system } = MAKING.exec(clause)?.groups ?? {};
    const making = paper ?? system;
    if (making !== undefined)
      add(index, index + making.length, kindOf(text.slice(index, index + making.length)));
    const { thing: through } = THROUGH.exec(clause)?.groups ?? {};
    if (through !== undefined) add(index, index + through.length, 'system');
  }
  return found;
}

function kindOf(thing: string): DeliverableKind | undefined {
  return KIND.find(([, words]) => words.test(thing))?.[0];
}

/** What is built, by how much of it; and spots where something is built, where nobody says how much. */
function worksIn(
  masked: string,
  indicators: readonly Found<Indicator>[],
  sites: readonly Found<Site>[],
): Found<Deliverable>[] {
  const counted = indicators
    .filter(({ unit, subject, condition }) => !condition && measureOf(unit).built && WORKS.test(subject))
    .map(({ subject, start, end }) => ({ kind: 'works' as const, text: subject, start, end }));
  const named = sites
    .filter(({ start, end }) => {
      const clause = clauseAround(masked, start);
      const inside = ({ start: at }: { start: number }) => at >= clause.start && at < clause.end;
      return WORKS.test(masked.slice(end, clause.end)) && !indicators.some(inside);
    })
    .map(({ text, start, end }) => ({ kind: 'works' as const, text, start, end }));
  return [...counted, ...named];
}

function clauseAround(masked: string, at: number): { readonly start: number; readonly end: number } {
  const stops = /[，。；\n]/;
  let start = at;
  while (start > 0 && !stops.test(masked[start - 1] ?? '')) start--;
  const length = masked.slice(at).search(stops);
  return { start, end: length < 0 ? masked.length : at + length };
}
