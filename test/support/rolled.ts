import { reportsIn } from '../../src/collect/index.js';
import {
  type PastMonth,
  type RollUp,
  readMonth,
  readReturned,
  rollUp,
  rollUpToJson,
  sheetToCsv,
} from '../../src/index.js';
import { seedBook } from './seed.js';
import { DAYS, sheetsIn } from './three-months.js';

const read = new Map<0 | 1 | 2, ReturnType<typeof readMade>>();

/** What comes back in a made-up month; it is the same whatever it is compared with, and read once. */
async function readMade(month: 0 | 1 | 2) {
  const book = await seedBook();
  const found = await Promise.all(
    sheetsIn(book, month).map(({ name, sheet }) =>
      readReturned(Buffer.from(sheetToCsv(sheet)), `${name}.csv`),
    ),
  );
  return found.flatMap(({ collected }) => collected.map((each) => reportsIn(book, each, DAYS[month])));
}

/** A made-up month as it is rolled up, compared with those before. */
export async function rolledUp(month: 0 | 1 | 2, past: readonly PastMonth[]): Promise<RollUp> {
  const all = read.get(month) ?? readMade(month);
  read.set(month, all);
  return rollUp(await seedBook(), await all, DAYS[month], [], past);
}

/** A roll-up as it is read again. */
export async function asMonth(all: RollUp, path: string): Promise<PastMonth> {
  const { value, diagnostics } = await readMonth(rollUpToJson(all), path);
  if (!value) throw new Error(JSON.stringify(diagnostics));
  return value;
}

let rolled: Promise<RollUp[]> | undefined;

/** The three months, each compared with those before; rolled up once. */
export function threeRollUps(): Promise<RollUp[]> {
  rolled ??= (async () => {
    const past: PastMonth[] = [];
    const all: RollUp[] = [];
    for (const month of [0, 1, 2] as const) {
      const each = await rolledUp(month, past);
      all.push(each);
      past.push(await asMonth(each, `汇总/${DAYS[month].slice(0, 7)}.json`));
    }
    return all;
  })();
  return rolled;
}
