import type { Deliverable, DeliverableKind, Indicator, Site } from '../model/demands.js';
import { AND } from '../words/collectives.js';
import { measureWord } from '../words/measure-words.js';
import { ONE_TO_NINE } from '../words/numerals.js';
import { CLAUSE_STOPS } from '../words/punctuation.js';
import { kindOfThing, PAPER, SYSTEM, THING } from '../words/things.js';
import { BUILDS, MAKES, MAKES_DOCUMENT_BEHIND, MAKES_SYSTEM_BEHIND } from '../words/verbs.js';
import type { Found } from './indicators.js';
import { withoutVerbs } from './words.js';

const CLAUSE = new RegExp(`[^${CLAUSE_STOPS}]+`, 'g');
const STOP = new RegExp(`[${CLAUSE_STOPS}]`);

/** 健全…机制、…制度: each thing in the list that a verb governs ends as the name of a thing does. */
const MADE = new RegExp(`${MAKES}+(?<things>[^${CLAUSE_STOPS}]+)`, 'g');
/** Bounded, so that what has no end takes no time. */
const LISTED = new RegExp(`.{1,80}?${THING}(?=[、并等]|${AND}|工作|$)`, 'g');
const JOINT = new RegExp(`^(?:、|并|${AND})+`);

/** …规划编制, …系统上线: the making stands behind what is made. 规划建设 is a verb, 方案编制率 a rate. */
const MAKING = new RegExp(
  [
    `^(?:(?<paper>[^${CLAUSE_STOPS}]*${PAPER})${MAKES_DOCUMENT_BEHIND}`,
    `|(?<system>[^${CLAUSE_STOPS}]*${SYSTEM})${MAKES_SYSTEM_BEHIND})(?!率)`,
  ].join(''),
);
/** …应用三级贯通, 区、乡镇（街道）贯通: a system that reaches through levels, and no tunnel. */
const THROUGH = new RegExp(
  `^(?<thing>[^${CLAUSE_STOPS}]*?)(?<!隧道|路|桥|线|洞|渠|管廊)(?:[${ONE_TO_NINE}]级|实战|全面)?贯通`,
);

/** Others are to make it. */
const OF_OTHERS = /^(?:督促|指导|督导)/;

/** A goal that says no more than what is to be done with what the name tells: 修订, 印发. */
const DONE = new RegExp(`^(?:${MAKES}+|完成编制|完成修订)(?:实施|执行|并印发)?。?$`);

const WORKS = new RegExp(BUILDS);

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
    const kind = kindOfThing(name);
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
  for (const { 0: clause, index } of masked.matchAll(CLAUSE)) {
    if (OF_OTHERS.test(clause)) continue;
    const before = found.length;
    for (const { 0: whole, index: at, groups = {} } of clause.matchAll(MADE)) {
      const { things = '' } = groups;
      const offset = index + at + whole.length - things.length;
      for (const { 0: thing, index: i } of things.matchAll(LISTED)) {
        const start = offset + i + (JOINT.exec(thing)?.[0].length ?? 0);
        add(start, offset + i + thing.length, kindOfThing(text.slice(start, offset + i + thing.length)));
      }
    }
    if (found.length > before) continue;
    const { paper, system } = MAKING.exec(clause)?.groups ?? {};
    const making = paper ?? system;
    if (making !== undefined)
      add(index, index + making.length, kindOfThing(text.slice(index, index + making.length)));
    const { thing: through } = THROUGH.exec(clause)?.groups ?? {};
    if (through !== undefined) add(index, index + through.length, 'system');
  }
  return found;
}

/** What is built, by how much of it; and spots where something is built, where nobody says how much. */
function worksIn(
  masked: string,
  indicators: readonly Found<Indicator>[],
  sites: readonly Found<Site>[],
): Found<Deliverable>[] {
  const counted = indicators
    .filter(({ unit, subject, condition }) => !condition && measureWord(unit).built && WORKS.test(subject))
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
  let start = at;
  while (start > 0 && !STOP.test(masked[start - 1] ?? '')) start--;
  const length = masked.slice(at).search(STOP);
  return { start, end: length < 0 ? masked.length : at + length };
}
