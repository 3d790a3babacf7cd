import { readDemands } from '../demands/index.js';
import type { Indicator } from '../model/demands.js';
import { targetsOf } from '../model/indicators.js';
import type { Report, TaskReports } from '../model/roll-up.js';
import type { Typed } from '../model/sheet.js';
import { typedText } from '../sheets/index.js';
import { REACHED_HEADERS, SO_FAR } from '../words/said.js';
import { normalizeName } from '../words/width.js';

/** How a value stands to what is asked for. */
export type Verdict = 'met' | 'short' | 'over';

/** A value that a unit reported of an indicator: in a cell for it, or in words that say so. */
interface Value {
  readonly report: Report;
  /** As it was written. */
  readonly text: string;
  /** The header of the column; `null` for what stands in 进展情况. */
  readonly column: string | null;
  /** `null` where the two cannot be compared. */
  readonly verdict: Verdict | null;
}

/** What a task asks for in a figure, and all that was reported of it. */
export interface ReportedIndicator {
  readonly indicator: Indicator;
  readonly values: readonly Value[];
}

/** A figure by itself, as far as it is compared. */
type AskedFigure = Pick<Indicator, 'comparator' | 'values' | 'unit' | 'change'>;

/**
 * The indicators of a task with what units reported of each. A number counts only where it stands in a column that is
 * named for the indicator, or where words say that it is of it: a number of something else is never put beside one.
 */
export function measured({
  indicators,
  reports,
}: Pick<TaskReports, 'indicators' | 'reports'>): ReportedIndicator[] {
  const asked = targetsOf(indicators);
  const last = Array.from(new Map(reports.map((report) => [report.unit, report])).values());
  return asked.map((indicator) => ({
    indicator,
    values: last.flatMap((report) => [
      ...inColumns(indicator, asked, report),
      ...inWords(indicator, asked, report),
    ]),
  }));
}

function inColumns(indicator: Indicator, asked: readonly Indicator[], report: Report): Value[] {
  return Object.entries(report.own).flatMap(([column, typed]) => {
    const text = typedText(typed).trim();
    const isFor =
      ofWhich(column, asked, () => true) === indicator ||
      (asked.length === 1 && REACHED_HEADERS.includes(normalizeName(column)));
    if (!isFor || text === '') return [];
    const figure = figureIn(typed, indicator);
    return [{ report, text, column, verdict: figure && verdictOf(indicator, figure) }];
  });
}

function inWords(indicator: Indicator, asked: readonly Indicator[], report: Report): Value[] {
  const progress = typedText(report.filled.progress);
  return readDemands(progress, { name: '', year: null })
    .indicators.filter(
      (said) => ofWhich(said.subject, asked, (each) => isComparable(each, said)) === indicator,
    )
    .map((said) => ({ report, text: said.text, column: null, verdict: verdictOf(indicator, said) }));
}

/** How short a name may be to be told by a part of it. */
const SHORTEST = 3;

/** Of which indicator something is by its name: the one of that name, else the only one that has it in its own. */
function ofWhich(
  name: string,
  asked: readonly Indicator[],
  may: (indicator: Indicator) => boolean,
): Indicator | undefined {
  const plain = bare(name);
  const possible = asked.filter(may);
  const same = possible.filter(({ subject }) => bare(subject) === plain);
  const [only] = same;
  if (same.length > 0) return same.length === 1 ? only : undefined;
  const like = possible.filter(({ subject }) => {
    const [short = '', long = ''] = [plain, bare(subject)].sort((a, b) => a.length - b.length);
    return short.length >= SHORTEST && long.includes(short);
  });
  return like.length === 1 ? like[0] : undefined;
}

/** A name without punctuation, and without words for how far something has come: 目前覆盖率 is 覆盖率. */
function bare(name: string): string {
  return normalizeName(name)
    .replace(/[\p{P}\p{S}\s]/gu, '')
    .replace(SO_FAR, '');
}

/** The one figure that a cell has; a share may be 0.98 or 98, which only its sign tells. */
function figureIn(typed: Typed, { unit, change }: Indicator): AskedFigure | null {
  const text = typedText(typed).trim();
  const isBare = /^\d+(?:\.\d+)?$/.test(text);
  if (isBare && !(isRate(unit) && Number(text) <= 1))
    return { comparator: '=', values: [Number(text)], unit, ...(change && { change }) };
  const { indicators } = readDemands(text, { name: '', year: null });
  return indicators.length === 1 ? (indicators[0] ?? null) : null;
}

/** Parts of a whole that rates are in. */
const RATES: Readonly<Record<string, number>> = { '%': 100, '‰': 1000 };

function isRate(unit: string): boolean {
  return unit in RATES;
}

/** Whether two figures are of one kind; one without a measure word is told by its name. */
function isComparable(asked: AskedFigure, said: AskedFigure): boolean {
  const isSameUnit = asked.unit === said.unit || (isRate(asked.unit) && isRate(said.unit));
  return asked.change === said.change && (isSameUnit || asked.unit === '');
}

const UP: readonly AskedFigure['comparator'][] = ['≥', '>'];
const DOWN: readonly AskedFigure['comparator'][] = ['≤', '<'];

/**
 * How a value stands to what is asked for, by how the figure compares: 98% is what 达到97% asks for, and 0.4% what 低于0.5%
 * does. A decrease is a figure by which something is to fall: falling further is what was asked for.
 *
 * @returns `null` where one of the two is no single number, where they are of different kinds, and where one says 至少
 *   and the other 至多
 */
export function verdictOf(asked: AskedFigure, said: AskedFigure): Verdict | null {
  const [target, ...more] = asked.values.map((value) => value / (RATES[asked.unit] ?? 1));
  const [value, ...others] = said.values.map((each) => each / (RATES[said.unit] ?? 1));
  if (target === undefined || value === undefined || others.length > 0) return null;
  if (!isComparable(asked, said) || asked.comparator === '≈' || said.comparator === '≈') return null;
  if (asked.comparator === 'range') {
    const [most] = more;
    return most !== undefined && said.comparator === '=' && value >= target && value <= most ? 'met' : null;
  }
  if (more.length > 0) return null;
  const isAtLeast = UP.includes(asked.comparator) || asked.change !== undefined;
  const isAtMost = DOWN.includes(asked.comparator) && asked.change === undefined;
  if ((isAtLeast && DOWN.includes(said.comparator)) || (isAtMost && UP.includes(said.comparator)))
    return null;
  const isStrict = asked.comparator === '>' || asked.comparator === '<';
  if (isAtLeast) return value > target || (value === target && !isStrict) ? 'met' : 'short';
  if (isAtMost) return value < target || (value === target && !isStrict) ? 'met' : 'over';
  if (value === target) return 'met';
  return value < target ? 'short' : 'over';
}
