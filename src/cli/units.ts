import cliui from 'cliui';
import { type Tally, tally } from '../index.js';
import { openBook } from './book.js';
import { print, style } from './terminal.js';

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

function listing(title: string, tallies: readonly Tally[]): string {
  const ui = cliui({ width: 80, wrap: false });
  const line = (name: string, counts: readonly string[]) =>
    ui.div(
      { text: name, width: 32 },
      ...counts.map((text) => ({ text, width: 10, align: 'right' as const })),
    );
  line(
    style.heading(title),
    COUNTS.map(([header]) => style.heading(header)),
  );
  for (const each of [...tallies].sort(byDuty)) {
    line(
      each.name,
      COUNTS.map(([, count]) => String(count(each) || style.dim('·'))),
    );
  }
  return ui.toString();
}

/** Those with most to lead come first, then with most to do; else in the notice's order. */
function byDuty(a: Tally, b: Tally): number {
  return b.lead - a.lead || b.responsible - a.responsible || b.member - a.member || b.possible - a.possible;
}
