import { joinPassages, type Passage, type Stretch, slicePassage } from '../model/passage.js';
import type { LineStarts } from '../model/place.js';
import { AIM_LABEL } from '../words/numbered-fields.js';
import { OFFICE_ONLY } from '../words/people.js';
import { COLON } from '../words/punctuation.js';
import { headingsAmong, withBelow } from './below.js';
import { type Covered, coveredBy, hasWho, saysOnly, withOwnText } from './covers.js';
import { NUMBER_BEFORE } from './frames/found.js';
import { firstSentence, type Item, type ItemSays, titleIn } from './items.js';
import type { Part } from './parts.js';
import type { ClauseRule } from './rules.js';

/** Somebody whom a clause names beside units: 牵头领导：副市长 王某. */
interface NamedPerson {
  readonly role: Passage;
  readonly name: Passage;
}

/** A time and what is printed before it: 完成时限：. */
interface SaidTime {
  readonly said: Passage;
  readonly label: string;
}

/** What else a clause says, under a label: 适用范围. */
interface SaidField {
  readonly label: Passage;
  readonly said: Passage;
}

/** A rule that a clause states, and the words that state it. */
export interface StatedRule {
  readonly rule: ClauseRule;
  readonly passage: Passage;
  /** The units that it adds. */
  readonly units: Passage | undefined;
}

/** A duty that the text itself states: 开展培训。每年至少1次。（某局牵头，某局配合）. */
export interface Clause {
  /** The number of the item that it closes, as printed; '' where it has none. */
  readonly number: string;
  readonly name: string;
  /** What it is called by: the titles of its items, or its first words. */
  readonly named: readonly Passage[];
  readonly goal: Passage;
  /** What it covers, from its own place on. */
  readonly covers: readonly Passage[];
  /** The words that say who. */
  readonly units: readonly Passage[];
  /** The heading that is the name of who does it. */
  readonly heading: Passage | undefined;
  readonly people: readonly NamedPerson[];
  readonly fields: readonly SaidField[];
  /** Of what sort it says that it is: 预期性指标. */
  readonly remarks: readonly Passage[];
  /** The words that say by when; nothing where there are none. */
  readonly deadline: Passage | undefined;
  /** All times that it says, each with its label. */
  readonly times: readonly SaidTime[];
  /** Only the head of a sentence says who: a label that follows says it of the whole item. */
  readonly isByDoers: boolean;
  /** Ids of the measures that it stands in. */
  readonly measures: readonly string[];
  readonly rules: readonly StatedRule[];
}

/**
 * The clauses of a stretch of text over which none reaches, and the lines that say who of nothing.
 *
 * @param hasPoints whether the notice numbers what is to be done below its chapters
 */
export function clausesAmong(
  items: readonly Item[],
  lines: LineStarts,
  hasPoints: boolean,
): { readonly clauses: readonly Clause[]; readonly loose: readonly Item[] } {
  const clauses: Clause[] = [];
  /** The paragraph that each stands in. */
  const sources: Passage[] = [];
  const itemsOf: Item[][] = [];
  const headings = headingsAmong(items);
  const loose: Item[] = [];
  const own = withOwnText(items);
  let open: Item[] = [];
  /** The clause that lines of their own may add to: 牵头单位：… and under it 责任单位：…. */
  let last: Clause | undefined;
  /** The items whose number and title the clause before bears, its paragraph, and whether what is to be done is said before who. */
  let before:
    | { readonly titled: readonly Item[]; readonly source: Passage; readonly hasAim: boolean }
    | undefined;
  /** Whether what is to be done is said behind the lines that say who, and stands in items of its own. */
  let inAims = false;
  for (const [i, item] of items.entries()) {
    open.push(item);
    const head = before?.titled.at(-1)?.rank;
    const mayBeAim = before !== undefined && (head !== undefined || !before.hasAim);
    const isAim = last !== undefined && mayBeAim && !hasWho(item) && !item.says;
    if (last && isAim && (AIM.test(item.passage.text) || (inAims && (item.rank ?? -1) > (head ?? 0)))) {
      last = withAim(last, item);
      clauses[clauses.length - 1] = last;
      itemsOf.at(-1)?.push(...open);
      inAims = true;
      open = [];
      continue;
    }
    inAims = false;
    if (last && saysOnly(item)) {
      // 整改时限：8月15日前 below a paragraph in which several have a part is when all of them are done.
      const { times, units } = saidIn(item, lines);
      for (let at = clauses.length - 2; units.length === 0 && at >= 0 && sources[at] === before?.source; at--)
        clauses[at] = withTimes(clauses[at] as Clause, times);
      last = withMore(last, item, lines);
      clauses[clauses.length - 1] = last;
      itemsOf.at(-1)?.push(item);
      open = [];
    } else if (hasWho(item)) {
      const found = coveredBy(open, items[i + 1], own.has(item), headings.has(item), hasPoints);
      // 工会负责走访；学生处负责宣讲: what a paragraph says of several stands under one number.
      const titled =
        found.titled.length === 0 && before?.source === item.source ? before.titled : found.titled;
      const covered = { ...found, titled };
      const hasAim = found.items.some(({ passage }) => AIM.test(passage.text));
      before = { titled, source: item.source, hasAim };
      loose.push(...open.filter((each) => saysOnly(each) && !covered.items.includes(each)));
      last = clauseOf(covered, lines);
      clauses.push(last);
      sources.push(item.source);
      itemsOf.push([...covered.items]);
      open = [];
    } else if (!item.says) {
      last = undefined;
    }
  }
  loose.push(...open.filter(saysOnly));
  const found = clauses.map((clause, at) => ({ clause, items: itemsOf[at] ?? [] }));
  return { clauses: withBelow(items, found, headings), loose };
}

/** 责任单位：同上. */
const SAME = /^(?:(?<label>[^：:，。；、\s]{2,10}?)[：:]?\s*)?同上(?:一?[项条])?$/;

/** 牵头部门：甲办；责任部门：同上: what stands before it is read by itself. */
const SAME_AT_END = /(?<=[；;，,])\s*[^：:，。；;、\s]{2,10}[：:]\s*同上(?:一?[项条])?$/;

function apartFromSame(passage: Passage, lines: LineStarts): Passage[] {
  const at = passage.text.search(SAME_AT_END);
  if (at <= 0) return [passage];
  return [slicePassage(passage, 0, at - 1, lines), slicePassage(passage, at, passage.text.length, lines)];
}

/** 责任部室：同第（4）项. */
const SAME_AS = /^(?:[^：:，。；、\s]{2,10}[：:]\s*)?同第?[（(]?(?<number>[^（(）)项条]{1,4})[）)]?[项条]$/;
const BARE = /[（(）)第项、.．\s]/g;

/** The clauses of a text of which one says 同上, with what the clause before it says under that label; or 同第4项. */
export function withSame(clauses: readonly Clause[], lines: LineStarts): Clause[] {
  const whole: Clause[] = [];
  for (const clause of clauses) {
    const before = whole.at(-1)?.units ?? [];
    const units = clause.units
      .flatMap((each) => apartFromSame(each, lines))
      .flatMap((passage) => {
        const other = SAME_AS.exec(passage.text)?.groups?.['number'];
        if (other !== undefined) {
          const meant = whole.findLast(({ number }) => number.replace(BARE, '') === other);
          return meant && meant.units.length > 0 ? [...meant.units] : [passage];
        }
        const same = SAME.exec(passage.text);
        if (!same) return [passage];
        const label = same.groups?.['label'];
        const said = label === undefined ? before : before.flatMap((each) => underLabel(each, label, lines));
        return said.length > 0 ? said : [passage];
      });
    whole.push({ ...clause, units });
  }
  return whole;
}

/** What stands in a passage behind a label, with the label: up to the next one. */
function underLabel(passage: Passage, label: string, lines: LineStarts): Passage[] {
  const { text } = passage;
  const start = ['：', ':'].map((colon) => text.indexOf(label + colon)).find((at) => at >= 0);
  if (start === undefined) return [];
  const behind = start + label.length + 1;
  const next = text.slice(behind).search(/[；;，,\s][^：:，。；;、\s]{2,10}[：:]/);
  return [slicePassage(passage, start, next < 0 ? text.length : behind + next, lines)];
}

/** What the clause in an item says, and what others say of it by its number. */
function saidIn(item: Item, lines: LineStarts): ClauseParts {
  const own = saidBy({ source: item.source, measure: item.measure, parts: item.says?.parts ?? [] }, lines);
  const others = item.saidElsewhere?.map((says) => saidBy(says, lines)) ?? [];
  const all = [own, ...others];
  return {
    units: all.flatMap(({ units }) => units),
    people: all.flatMap(({ people }) => people),
    fields: all.flatMap(({ fields }) => fields),
    remarks: all.flatMap(({ remarks }) => remarks),
    times: all.flatMap(({ times }) => times),
    rules: all.flatMap(({ rules }) => rules),
  };
}

type ClauseParts = Pick<Clause, 'units' | 'people' | 'fields' | 'remarks' | 'times' | 'rules'>;

function saidBy({ parts: said, source }: ItemSays, lines: LineStarts): ClauseParts {
  const parts: readonly Part[] = said ?? [{ kind: 'who', start: 0, end: source.text.length }];
  const at = ({ start, end }: Stretch) => slicePassage(source, start, end, lines);
  return {
    units: parts.filter(({ kind }) => kind === 'who').map(at),
    people: parts.flatMap((part) =>
      part.kind === 'people'
        ? namesIn(at(part.names), lines).map((name) => ({ role: at(part.role), name }))
        : [],
    ),
    fields: parts.flatMap((part) =>
      part.kind === 'field' ? [{ label: at(part.label), said: at(part.said) }] : [],
    ),
    remarks: parts.filter(({ kind }) => kind === 'remark').map(at),
    times: parts.flatMap((part) =>
      part.kind === 'time'
        ? [{ said: at(part.said), label: source.text.slice(part.start, part.said.start) }]
        : [],
    ),
    rules: parts.flatMap((part): StatedRule[] => {
      if (part.kind !== 'rule') return [];
      const { rule, start } = part;
      const units =
        rule.kind === 'adding' ? at({ start: start + rule.start, end: start + rule.end }) : undefined;
      return [{ rule, passage: at(part), units }];
    }),
  };
}

/** 完成时间 goes before 实施时间. */
const OF_END = /完成|办结|整改|时限|期限|竣工|完工|交付|销号/;

/** 第5项整改时限调整为12月底: what a note says goes before what the item says. */
const IS_CHANGED = /(?:调整|改|变更)为|[长延迟前]至/;

function deadlineOf(times: readonly SaidTime[]): Passage | undefined {
  const changed = times.find(({ label }) => IS_CHANGED.test(label));
  return (changed ?? times.find(({ label }) => OF_END.test(label)) ?? times[0])?.said;
}

/** 秦某、邹某: two people; 县委常委、宣传部部长周某: one. */
function namesIn(passage: Passage, lines: LineStarts): Passage[] {
  let from: number | undefined;
  return Array.from(passage.text.matchAll(/[^、]+/g)).flatMap(({ 0: name, index }) => {
    const start = from ?? index;
    const end = index + name.length;
    from = OFFICE_ONLY.test(name) && end < passage.text.length ? start : undefined;
    return from === undefined ? [slicePassage(passage, start, end, lines)] : [];
  });
}

/** 整改目标：…, 整改措施： below 责任单位：…. */
const AIM = new RegExp(`^\\s*${AIM_LABEL}${COLON}`);

function withAim(clause: Clause, item: Item): Clause {
  const isNew = clause.goal.text === joinPassages(clause.named, clause.goal.at).text;
  // 整改措施： above its items says nothing itself.
  const said = /[：:]\s*$/.test(item.passage.text) ? [] : [item.number === '' ? item.rest : item.point];
  const goals = [...(isNew ? [] : [clause.goal]), ...said];
  return {
    ...clause,
    goal: goals.length > 0 ? joinPassages(goals, clause.goal.at) : clause.goal,
    covers: [...clause.covers, item.passage],
    measures: Array.from(new Set([...clause.measures, ...(item.measure ? [item.measure] : [])])),
  };
}

function withTimes(clause: Clause, more: readonly SaidTime[]): Clause {
  const times = clause.times.length > 0 ? clause.times : more;
  return { ...clause, times, deadline: deadlineOf(times) };
}

function withMore(clause: Clause, item: Item, lines: LineStarts): Clause {
  const said = saidIn(item, lines);
  const times = [...clause.times, ...said.times];
  return {
    ...clause,
    covers: [...clause.covers, item.passage],
    units: clause.isByDoers && said.units.length > 0 ? said.units : [...clause.units, ...said.units],
    isByDoers: clause.isByDoers && said.units.length === 0,
    people: [...clause.people, ...said.people],
    fields: [...clause.fields, ...said.fields],
    remarks: [...clause.remarks, ...said.remarks],
    times,
    deadline: deadlineOf(times),
    rules: [...clause.rules, ...said.rules],
  };
}

/** （一）由甲局负责，于7月17日前完成。同时，做好报批工作。 The sentence that says who is no title: the goal has it, too. */
function saysInTitle({ says, title, source }: Item): boolean {
  const who = says?.inGoal ? says.parts.find(({ kind }) => kind === 'who') : undefined;
  return who !== undefined && title.text.includes(source.text.slice(who.start, who.end));
}

/** What an item says, from its title on. */
function fromTitle({ point, title }: Item, lines: LineStarts): Passage {
  const start = Math.max(0, point.text.indexOf(title.text));
  return slicePassage(point, start, point.text.length, lines);
}

function behindNumber(passage: Passage, lines: LineStarts): Passage {
  const start = NUMBER_BEFORE.exec(passage.text)?.[0].length ?? 0;
  return slicePassage(passage, start, passage.text.length, lines);
}

/** The measures that an item stands in, and in which others speak of it by its number. */
function measuresOf({ measure, saidElsewhere = [] }: Item): string[] {
  return [measure, ...saidElsewhere.map((says) => says.measure)].filter((each) => each !== undefined);
}

function clauseOf({ items, titled, several }: Covered, lines: LineStarts): Clause {
  const last = items.at(-1) as Item;
  const goals = (several ? [last] : items).map((item) => {
    if (item.number !== '' && !titled.includes(item)) return item.point;
    return item.rest.text !== '' && saysInTitle(item) ? fromTitle(item, lines) : item.rest;
  });
  const goal = joinPassages(
    goals.filter(({ text }) => text !== ''),
    last.passage.at,
  );
  /** 图书馆、档案馆按要求做好配合。 Where nothing but who does it is said, the words that say so are what it is called by. */
  const own = goal.text === '' ? behindNumber(last.source, lines) : goal;
  const titles = titled.map(({ title }) => title).filter(({ text }) => text !== '');
  const named =
    titles.length > 0 ? titles : [slicePassage(own, 0, titleIn(firstSentence(own.text)).length, lines)];
  const said = items.map((item) => saidIn(item, lines));
  const times = said.flatMap((each) => each.times);
  return {
    number: titled.map(({ number }) => number).join('、'),
    name: named.map(({ text }) => text).join('、'),
    named,
    goal: goal.text === '' ? joinPassages(named, goal.at) : goal,
    covers: items.map(({ passage }) => passage),
    units: said.flatMap(({ units }) => units),
    heading: last.heading,
    people: said.flatMap(({ people }) => people),
    fields: said.flatMap(({ fields }) => fields),
    remarks: said.flatMap(({ remarks }) => remarks),
    times,
    deadline: deadlineOf(times),
    isByDoers: last.says?.isByDoers ?? false,
    measures: Array.from(new Set(items.flatMap(measuresOf))),
    rules: said.flatMap(({ rules }) => rules),
  };
}
