import type { Stretch } from '../../model/passage.js';
import { lastAtOrBefore } from '../../model/place.js';
import { type Lexicon, readUnits, remembered } from '../../units/index.js';
import { ATTENDANCE, withoutOfficers } from '../../words/people.js';
import { COLON } from '../../words/punctuation.js';
import { TELLING, TO_LEAD, WHO } from '../../words/role-words.js';
import { bracketsIn } from '../brackets.js';
import { ruleIn } from '../rules.js';
import { inBrackets, withUnclosed } from './bracketed.js';
import { dashed, lastNames } from './dashed.js';
import { byDoers } from './doers.js';
import { type FoundClause, LONGEST, NUMBER_BEFORE, type TextKind } from './found.js';
import { labelled } from './labelled.js';
import { peopleAhead, withPeople } from './people-ahead.js';
import { inSentences } from './sentences.js';
import { withTimeAfterNames } from './time-behind.js';

export type { FoundClause, TextKind } from './found.js';

/**
 * The clauses inside a paragraph, in order: in brackets anywhere, behind a label or a dash up to its end, in a
 * sentence by a verb.
 *
 * @param kind what the text is (`TextKind`)
 */
export function clausesIn(text: string, lexicon: Lexicon, kind: TextKind = 'letter'): readonly FoundClause[] {
  // What a number makes an item of its own says the same where every sentence is one: a notice may be read both ways.
  const isItem = kind === 'body' || (kind === 'all' && hasNumber(text));
  return isItem ? inItem(text, lexicon) : readAs(kind, text, lexicon);
}

const inItem = remembered((text, lexicon) => readAs('body', text, lexicon), LONGEST);

function hasNumber(text: string): boolean {
  return (NUMBER_BEFORE.exec(peopleAhead(text).rest)?.[0].length ?? 0) > 0;
}

function readAs(kind: TextKind, printed: string, lexicon: Lexicon): readonly FoundClause[] {
  if (ATTENDANCE.test(printed) || addsUnits(printed)) return [];
  const text = withoutOfficers(printed);
  const bracketed = withUnclosed(text, inBrackets(text, lexicon), lexicon);
  const end = bracketed.at(-1)?.end ?? 0;
  const label = labelled(text, end, lexicon);
  const behindDoers =
    label && bracketed.length === 0 ? withTimeBehind(text, label, lexicon, kind) : undefined;
  if (behindDoers) return behindDoers;
  const withLead = label && bracketed.length === 0 ? withLeadBefore(text, label, lexicon, kind) : undefined;
  if (withLead) return withLead;
  if (bracketed.length > 0 || label) return [...bracketed, ...(label ? [label] : [])];
  const behindDash = dashed(text, lexicon) ?? (kind === 'letter' ? undefined : lastNames(text, lexicon));
  if (behindDash) return [behindDash];
  const { people, rest } = peopleAhead(text);
  const stated = inSentences(rest, lexicon);
  const acting = kind === 'letter' ? [] : byDoers(rest, lexicon, kind);
  // 甲局会同乙局结对帮扶，暑期托管由丙局负责: more of it is read by who does it.
  const told = stated.filter((clause) => !isMoreIn(acting, clause, text));
  // Each sentence says it in its own way: （1）由甲局负责。（2）乙局、丙局负责。
  const reaches = told.map((clause) => ({ start: startOfTold(clause, acting, text), end: clause.end }));
  const isTold = toldIn(reaches);
  const doers = acting
    .filter(({ parts }) => !parts.some(({ start }) => isTold(start)))
    .map((clause) => upTo(clause, reaches));
  const all = [...told, ...doers].sort((a, b) => a.end - b.end);
  const clauses = withHelpers(all, rest, lexicon);
  return clauses.map((clause, i) =>
    withPeople(withTimeAfterNames(upToNext(clause, clauses[i + 1], rest), text), people, text),
  );
}

/** 本部分各项任务均由各镇组织实施，不再列出。 A paragraph that says of others who else does them. */
function addsUnits(text: string): boolean {
  const [first = '', ...more] = text.trim().split(/[，。；]/);
  return ruleIn(first)?.kind === 'adding' && more.every((part) => part === '' || ruleIn(part)?.kind === 'on');
}

/** 甲局负责监管。做好台账。乙局负责拨付。 What stands before the sentence with which the next one begins is still of the one before. */
function upToNext(clause: FoundClause, next: FoundClause | undefined, text: string): FoundClause {
  const [first] = next?.parts ?? [];
  if (!clause.inGoal || next?.isByDoers !== true || first === undefined) return clause;
  const start = sentenceStart(text, first.start);
  const isHead = text[first.start] !== '由' && !/[，,]/.test(text.slice(start, first.start));
  return isHead && start > clause.end ? { ...clause, start, end: start } : clause;
}

/** 甲局牵头清淤，乙局配合。完成时限：6月底前。 What a label says of nobody is of all whom the sentences before it name. */
function withTimeBehind(
  text: string,
  label: FoundClause,
  lexicon: Lexicon,
  kind: TextKind,
): readonly FoundClause[] | undefined {
  if (label.parts.some((part) => part.kind === 'who')) return undefined;
  const before = readAs(kind, text.slice(0, label.start), lexicon);
  if (before.length === 0) return undefined;
  return before.map((clause, i) => ({
    ...clause,
    ...(i < before.length - 1 ? {} : { start: clause.inGoal ? label.start : clause.start, end: label.end }),
    parts: [...clause.parts, ...label.parts],
  }));
}

/** 甲局牵头建立机制。责任单位：甲局、乙局。 Who leads is said before the label, which says it of nobody. */
function withLeadBefore(
  text: string,
  label: FoundClause,
  lexicon: Lexicon,
  kind: TextKind,
): readonly FoundClause[] | undefined {
  const leads = new RegExp(TO_LEAD);
  if (leads.test(text.slice(label.start, label.end)) || !leads.test(text.slice(0, label.start)))
    return undefined;
  const before = readAs(kind, text.slice(0, label.start), lexicon);
  const [only] = before;
  if (only === undefined || before.length > 1 || !only.inGoal) return undefined;
  const who = only.parts.filter((part) => part.kind === 'who');
  const isLed = who.some(({ start, end }) => leads.test(text.slice(start, end + LONGEST_VERB)));
  return isLed
    ? [
        {
          ...label,
          parts: [...who.map((part) => ({ ...part, end: endWithVerb(text, part) })), ...label.parts],
        },
      ]
    : undefined;
}

/** 县文旅局牵头: the word stands behind the name. */
const LONGEST_VERB = 4;
function endWithVerb(text: string, { start, end }: Stretch): number {
  const verb = LEADS_BEHIND.exec(text.slice(end))?.[0].length ?? 0;
  return start < end ? end + verb : end;
}

/** Whether who stands at the head of what they do, in parts of a clause's sentence, says more than the clause does. */
function isMoreIn(
  acting: readonly FoundClause[],
  { inGoal, parts: [first], end }: FoundClause,
  text: string,
): boolean {
  if (!inGoal || !first || text[first.start] !== '由') return false;
  const start = sentenceStart(text, first.start);
  const own = acting.filter(({ parts }) => parts.some((part) => start <= part.start && part.start < end));
  const isSame = own.some(({ parts }) => parts.some((part) => part.start === first.start));
  const isBefore = own.some(({ parts }) => parts.every((part) => part.start < first.start));
  return isSame && isBefore;
}

/** Those who help with what a clause says, and stand behind it in a part or a sentence of their own, are its own. */
function withHelpers(clauses: readonly FoundClause[], text: string, lexicon: Lexicon): FoundClause[] {
  const found: FoundClause[] = [];
  for (const clause of clauses) {
    const last = found.at(-1);
    const isNext = last?.inGoal === true || text.slice(last?.end, clause.start).trim() === '';
    const helps = clause.isOfBefore || (last !== undefined && isNext && onlyHelps(clause, text, lexicon));
    if (!helps) found.push(clause);
    else if (last && isNext)
      found[found.length - 1] = {
        ...last,
        ...(last.inGoal ? { start: clause.start } : {}),
        end: clause.end,
        parts: [...last.parts, ...clause.parts],
      };
  }
  return found;
}

/** 州财政局、州扶贫办配合。 A sentence that says who helps, and nothing else. */
function onlyHelps({ inGoal, parts }: FoundClause, text: string, lexicon: Lexicon): boolean {
  const first = parts[0]?.start ?? 0;
  // 由县爱卫办负责督促检查, and what has a number, is a task of its own.
  if (inGoal || text[first] === '由' || text.slice(sentenceStart(text, first), first).trim() !== '')
    return false;
  const pieces = parts
    .filter(({ kind }) => kind === 'who')
    .flatMap(({ start, end }) => readUnits(text.slice(start, end), lexicon));
  const words = pieces.filter((piece) => piece.kind === 'word' || piece.kind === 'label');
  return words.length > 0 && words.every(({ role }) => role === 'responsible' || role === 'supervising');
}

/**
 * Where what a clause tells begins: with its sentence; but 县发改局制定方案，审定后由各乡镇实施 begins behind the comma, where
 * somebody before it does something of their own.
 */
function startOfTold(
  { inGoal, parts: [first], start }: FoundClause,
  acting: readonly FoundClause[],
  text: string,
): number {
  if (!first) return start;
  const sentence = sentenceStart(text, first.start);
  const comma = text.lastIndexOf('，', first.start) + 1;
  const isBefore =
    inGoal &&
    text[first.start] === '由' &&
    acting.some(({ parts }) => parts.some((part) => sentence <= part.start && part.start < comma));
  return isBefore ? comma : sentence;
}

/** A clause that ends where another begins in the same sentence. */
function upTo(clause: FoundClause, reaches: readonly Stretch[]): FoundClause {
  const last = clause.parts.at(-1)?.end ?? clause.start;
  const next = reaches.find(({ start }) => last <= start && start < clause.start);
  return next ? { ...clause, start: next.start, end: next.start } : clause;
}

/** Whether an offset is in what clauses tell. */
function toldIn(reaches: readonly Stretch[]): (offset: number) => boolean {
  const told = [...reaches].sort((a, b) => a.start - b.start);
  const starts = told.map(({ start }) => start);
  let furthest = 0;
  const reach = told.map(({ end }) => {
    furthest = Math.max(furthest, end);
    return furthest;
  });
  return (offset) =>
    (starts[0] ?? Infinity) <= offset && offset < (reach[lastAtOrBefore(starts, offset)] ?? 0);
}

function sentenceStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && !STOPS.has(text.charAt(start - 1))) start--;
  return start;
}

const STOPS = new Set('。；！？\n');

/** A text that seems to say who does it; where it was not read so, somebody must look. */
export function seemsToSayWho(text: string): boolean {
  return (
    SEEMS_LABELLED.test(text) ||
    // 责任（配合）单位 speaks of all of them.
    bracketsIn(text).some(
      ({ start, end }) => SEEMS.test(text.slice(start, end)) && !WHO_BEHIND.test(text.slice(end)),
    )
  );
}

const LEADS_BEHIND = new RegExp(`^(?:总|负责|具体)?(?:${TO_LEAD})`);
const WHO_BEHIND = new RegExp(`^${WHO}`);
const SEEMS = new RegExp(`${TELLING}.?$`);
const SEEMS_LABELLED = new RegExp(`[一-龥]{0,4}(?:牵头|责任|落实|主办|承办)单位${COLON}`);
