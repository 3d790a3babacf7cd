import { type Tally, tally } from '../index.js';
import { openBook } from './book.js';
import { padEnd, padStart, print, style } from './terminal.js';

interface Options {
  readonly from?: string;
  readonly json?: boolean;
}

/** `wulong-tasks units`: how many tasks each unit and group has. */
export async function run({ from, json }: Options): Promise<void> {
  const tallies = tally(await openBook(from));
  if (json) return print(JSON.stringify(tallies, null, 2));
  const units = tallies.filter(({ kind }) => kind === 'unit');
  const groups = tallies.filter(({ kind }) => kind === 'group');
  print(listing('单位', units));
  if (groups.length > 0) print(`\n${listing('集体称谓', groups)}`);
}

const COUNTS = [
  ['牵头', ({ lead }: Tally) => lead],
  ['责任', ({ responsible }: Tally) => responsible],
  ['集体', ({ member }: Tally) => member],
  ['可能涉及', ({ possible }: Tally) => possible],
] as const;

/** A table: names at the left, counts at the right of their columns. */
function listing(title: string, tallies: readonly Tally[]): string {
  const line = (name: string, counts: readonly string[]) =>
    padEnd(name, 30) + counts.map((text) => padStart(text, 10)).join('');
  return [
    style.heading(
      line(
        title,
        COUNTS.map(([header]) => header),
      ),
    ),
    ...[...tallies].sort(byDuty).map((each) =>
      line(
        each.name,
        COUNTS.map(([, count]) => String(count(each) || style.dim('-'))),
      ),
    ),
  ].join('\n');
}

/** Those with most to lead come first, then with most to do; else in the notice's order. */
function byDuty(a: Tally, b: Tally): number {
  return b.lead - a.lead || b.responsible - a.responsible || b.member - a.member || b.possible - a.possible;
}
