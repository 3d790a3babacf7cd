import type { Indicator } from '../model/demands.js';
import type { Stretch } from '../model/passage.js';
import { SCOPE } from '../words/levels.js';
import { BRACKETED, SENTENCE_STOPS } from '../words/punctuation.js';
import type { Figure } from './figure.js';
import { figuresIn, mayHoldFigures } from './figures.js';
import { fill, HIDDEN, mask } from './mask.js';
import { type Before, measuredIn } from './subjects/index.js';

/** What was found in a text, without its place; `start` and `end` are offsets into the text. */
export type Found<T> = T extends unknown ? Omit<T, 'at'> & Stretch : never;

const CLAUSE = new RegExp(`[^，${SENTENCE_STOPS}]+`, 'g');
const IN_BRACKETS = new RegExp(BRACKETED, 'g');
const UNREAD = new RegExp(`(?<![${HIDDEN}\\d.,])\\d[\\d.,]*`, 'g');
/** A time of day or a span, an age, a voltage, a line, how far away. */
const IS_OF_SORT =
  /^(?:[:：∶]\d|[时点](?:\d{1,2}分|整|半|[前后至到起—-]|(?!段|间))|分(?:$|[前后至到起，。；、]|(?![值数之])\p{Script=Han})|小时|分钟|秒|[天日周年月届]|个?工作日|个月|(?:[-—~至到]\d{1,3})?周?岁|千伏|线|(?:市长)?(?:服务)?(?:热线|平台)|层|米(?:以?内|以[上下]|范围)|[）)])/u;
/** A road, a telephone, a sort of reservoir, a part of a list or of a span. */
const OF_SORT = /(?:[国省县乡]道|电话[：:]?|热线|[（(]|[:：∶]|\d[-—~至到]|[A-Z] )$/;
const PREPOSITION = /[到至在从于自]/;
const OF_WHOLE = /^(?:全部)?完成$/;
const IS_SCOPE = new RegExp(`^${SCOPE}$`);
const ON_BASIS = /^其?(?<what>[^，。；]{2,20}?)在[^，。；]{1,12}基础上$/;
const SENTENCE_END = new RegExp(`[${SENTENCE_STOPS}]`);

/**
 * Reads the figures of a text as indicators, in the text's order.
 *
 * @param plain the text in its plain form
 * @param read stretches in which something else was read, or that tell what was: frequencies, deadlines
 * @param name the task's name, which is measured where the text names nothing
 */
export function indicatorsIn(
  text: string,
  plain: string,
  read: readonly Stretch[],
  name: string,
): { readonly indicators: Found<Indicator>[]; readonly unread: Stretch[] } {
  if (!mayHoldFigures(plain)) return { indicators: [], unread: [] };
  const masked = mask(plain, read);
  const figures = withoutOverlap(figuresIn(masked));
  const indicators: Found<Indicator>[] = [];
  let subject: string | undefined;
  let named: string[] = [];
  let listed: Before['listed'];
  let clause: string | undefined;
  let scope: string | undefined;
  let gift: string | undefined;
  let of: Before['dependent'];
  let told: string | undefined;
  /** What stands before 其中: 发展党员480名，其中35岁以下占70%，9月底前完成80%. */
  let whole: string | undefined;
  /** What a bracket stands in: what is said behind it goes on from there. */
  let outside: { readonly subject: string | undefined; readonly clause: string | undefined } | undefined;
  /** Whether that clause has a figure. */
  let held = false;
  let end = 0;
  /** The first figure that no clause before holds. */
  let next = 0;
  for (const { start, end: stop } of clausesOf(masked, figures, read)) {
    if (SENTENCE_END.test(masked.slice(end, start))) {
      subject = undefined;
      named = [];
      clause = undefined;
      gift = undefined;
      of = undefined;
      whole = undefined;
    }
    // 到 before a year is no clause.
    if (stop === start + 1 && PREPOSITION.test(masked.slice(start, stop))) continue;
    const aside = masked[start - 1] === '（';
    if (aside) outside = { subject, clause };
    else if (outside && masked.slice(end, start).includes('）')) {
      ({ subject, clause } = outside);
      outside = undefined;
    }
    const own: Figure[] = [];
    for (let figure = figures[next]; figure && figure.start < stop; figure = figures[++next]) {
      if (figure.start >= start && figure.end <= stop) own.push(figure);
    }
    if (text.startsWith('其中', start)) whole ??= subject;
    else if (whole && own[0]?.rate && OF_WHOLE.test(text.slice(start, own[0].start))) subject = whole;
    // 支出进度6月底前达到60%: a time stands between what is measured and how much.
    const continued =
      clause !== undefined && !held && !/[，。；、\n]/.test(plain.slice(end, start)) && end > 0;
    const measured = measuredIn(text.slice(start, stop), start, own, {
      name,
      subject,
      subjects: named,
      listed: masked.slice(end, start) === '，' ? listed : undefined,
      scope,
      dependent: of,
      gift,
      clause,
      told,
      aside,
      continued,
    });
    for (const [i, figure] of own.entries()) {
      const { subjects, dependent, isGift, ...rest } = measured[i] as (typeof measured)[number];
      for (const each of subjects) indicators.push(indicatorOf(text, figure, each, rest));
      if (figure.condition) continue;
      subject = (dependent ? rest.scope : subjects.at(-1)) ?? subject;
      if (!dependent) named = [...named.filter((each) => !subjects.includes(each)), ...subjects];
      scope = dependent || !IS_SCOPE.test(rest.scope ?? '') ? undefined : rest.scope;
      of =
        dependent && rest.scope !== undefined
          ? { subject: subjects.at(-1) ?? '', scope: rest.scope, unit: figure.unit }
          : undefined;
      if (isGift) gift = subjects.at(-1);
    }
    // A new clause without a figure is what the next bracket limits.
    if (
      own.length === 0 &&
      !aside &&
      /\p{Script=Han}/u.test(text.slice(start, stop)) &&
      masked[stop] === '（'
    )
      subject = undefined;
    clause = text.slice(start, stop);
    const [lastFigure, lastMeasured] = [own.at(-1), measured.at(-1)];
    listed =
      lastFigure && lastMeasured && !lastFigure.condition && !lastFigure.change
        ? { subject: lastMeasured.subjects.at(-1) ?? '', unit: lastFigure.unit }
        : undefined;
    told = own.length > 0 && own.every(({ condition }) => condition) ? clause : undefined;
    // 报销比例在原基础上，每年提高…: what it is that grows.
    if (own.length === 0) subject = ON_BASIS.exec(clause)?.groups?.['what'] ?? subject;
    held = own.length > 0;
    end = stop;
  }
  return { indicators, unread: unreadIn(masked, figures) };
}

function indicatorOf(
  text: string,
  { start, end, comparator, values, unit, change, baseline, condition }: Figure,
  subject: string,
  { scope, of }: { readonly scope?: string; readonly of?: string },
): Found<Indicator> {
  return {
    text: text.slice(start, end),
    subject,
    comparator,
    values: [...values],
    unit,
    ...(change && { change }),
    ...(baseline && { baseline: text.slice(baseline.start, baseline.end) }),
    ...(scope !== undefined && { scope }),
    ...(of !== undefined && { of }),
    ...(condition && { condition }),
    start,
    end,
  };
}

/** The clauses of a text; what stands around a time or inside brackets with a figure is one, too. */
function clausesOf(masked: string, figures: readonly Figure[], read: readonly Stretch[]): Stretch[] {
  const starts = fill(
    '0'.repeat(masked.length),
    figures.map(({ start }) => ({ start, end: start + 1 })),
    '1',
  );
  const bracketed = Array.from(masked.matchAll(IN_BRACKETS), ({ 0: inside, index }) => ({
    start: index,
    end: index + inside.length,
  })).filter(({ start, end }) => starts.slice(start, end).includes('1'));
  const ends = bracketed.flatMap(({ start, end }) => [
    { start, end: start + 1 },
    { start: end - 1, end },
  ]);
  return Array.from(fill(masked, [...ends, ...read], '，').matchAll(CLAUSE), ({ 0: clause, index }) => ({
    start: index,
    end: index + clause.length,
  }));
}

function withoutOverlap(figures: readonly Figure[]): Figure[] {
  let end = 0;
  return figures.filter((figure) => {
    if (figure.start < end || figure.end <= figure.start) return false;
    end = figure.end;
    return true;
  });
}

/** Numbers in digits that were taken neither for a figure nor for a name, a date or a frequency. */
function unreadIn(masked: string, figures: readonly Figure[]): Stretch[] {
  return Array.from(fill(masked, figures, HIDDEN).matchAll(UNREAD), ({ 0: number, index }) => ({
    start: index,
    end: index + number.length,
  })).filter(({ start, end }) => !isOfKnownSort(masked, start, end));
}

/** Whether what stands around a number says what it is: 8时30分, 24小时值班, 60岁以上, 110千伏, 12345热线, 国道337线, （1）. */
function isOfKnownSort(text: string, start: number, end: number): boolean {
  return IS_OF_SORT.test(text.slice(end, end + 8)) || OF_SORT.test(text.slice(Math.max(0, start - 8), start));
}
