import { diagnose, type Tally, tally } from '../index.js';
import { type BookOptions, openBook } from './book.js';
import { Failure, padEnd, padStart, show, style } from './terminal.js';

interface UnitsFlags extends BookOptions {
  readonly check?: boolean;
  readonly template?: boolean;
  readonly learn?: string;
  readonly xlsx?: boolean;
  readonly output?: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** `wulong-tasks units`: all units with their counts, one unit, or the names that are not resolved. */
export async function run(
  name: string | undefined,
  { check, template, learn, json = false, xlsx, output, force, ...source }: UnitsFlags,
): Promise<void> {
  if ([name, check, template, learn].filter(Boolean).length > 1) {
    throw new Failure([diagnose('usage', { text: '单位名称、--check、--template、--learn 只能用一个。' })]);
  }
  if ((xlsx || output !== undefined) && !template && learn === undefined) {
    throw new Failure([diagnose('usage', { text: '--xlsx、-o 和 --template 或 --learn 一起用。' })]);
  }
  const book = await openBook(source, learn);
  if (template || learn !== undefined) {
    const { writeLearned, writeTemplate } = await import('./registry.js');
    const as = { xlsx, output, force };
    return learn === undefined ? writeTemplate(book, as) : writeLearned(book, learn, as);
  }
  if (check || name !== undefined) {
    const { showUnit, showUnresolved } = await import('./unit.js');
    return name === undefined ? showUnresolved(book, json) : showUnit(book, name, json);
  }
  show(tally(book), json, tables);
}

function tables(tallies: readonly Tally[]): string {
  const groups = tallies.filter(({ kind }) => kind === 'group');
  return [
    listing(
      '单位',
      tallies.filter(({ kind }) => kind === 'unit'),
    ),
    ...(groups.length > 0 ? ['', listing('集体称谓', groups)] : []),
  ].join('\n');
}

const TALLY_COLUMNS = [
  ['牵头', ({ lead }: Tally) => lead],
  ['责任', ({ responsible }: Tally) => responsible],
  ['监督', ({ supervising }: Tally) => supervising],
  ['正文', ({ body }: Tally) => body],
  ['承办', ({ hosted }: Tally) => hosted],
  ['集体', ({ member }: Tally) => member],
  ['可能涉及', ({ possible }: Tally) => possible],
] as const;

/** A table: names at the left, counts at the right of their columns. */
function listing(title: string, tallies: readonly Tally[]): string {
  const columns = TALLY_COLUMNS.filter(([header, count]) => header !== '监督' || tallies.some(count));
  const line = (name: string, counts: readonly string[]) =>
    padEnd(name, 30) + counts.map((text) => padStart(text, 10)).join('');
  return [
    style.heading(
      line(
        title,
        columns.map(([header]) => header),
      ),
    ),
    ...[...tallies].sort(byDuty).map((each) =>
      line(
        each.name,
        columns.map(([, count]) => String(count(each) || style.dim('-'))),
      ),
    ),
  ].join('\n');
}

/** Those with most to lead come first, then with most to do; else in the notice's order. */
function byDuty(a: Tally, b: Tally): number {
  return b.lead - a.lead || b.responsible - a.responsible || b.member - a.member || b.possible - a.possible;
}
