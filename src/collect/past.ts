import { diagnose } from '../model/diagnose.js';
import type { PastRollUp } from '../model/past-roll-up.js';
import { failed, type Result } from '../model/result.js';
import type { Counts, LastSaid, Month, RollUp, Standing } from '../model/roll-up.js';
import { ROLL_UP_SCHEMA } from '../model/version.js';
import { totalOf } from './counting.js';
import type { ToldTask } from './descent.js';
import { saidIn } from './movement.js';

/** What a unit's task was in an earlier month. */
interface PastStanding extends Pick<Standing, 'unit' | 'id' | 'state' | 'since' | 'last'> {
  readonly said: LastSaid | null;
}

/** An earlier month, as far as it is needed: a roll-up is let go once this is made of it. */
export interface PastMonth {
  readonly path: string;
  readonly on: string;
  readonly notice: RollUp['notice'];
  readonly tasks: readonly ToldTask[];
  readonly units: ReadonlyMap<string, Counts>;
  /** In figures, and those before it that it knows of. */
  readonly months: readonly Month[];
  readonly standings: readonly PastStanding[];
  /** Whether all that units had to do is in it, and not only what they said something of. */
  readonly isWhole: boolean;
}

/** What the schema of a roll-up of any version begins with. */
export const ROLL_UPS = ROLL_UP_SCHEMA.slice(0, ROLL_UP_SCHEMA.indexOf('@') + 1);

/**
 * Reads the roll-up of an earlier month, of this version or the one before.
 *
 * @param path how to call the file in a message
 * @returns `month-not-roll-up` for what is something else, `roll-up-damaged`, `roll-up-other-version`, `month-no-day`
 */
export async function readMonth(json: string, path: string): Promise<Result<PastMonth>> {
  let stored: unknown;
  try {
    // Programs on Windows put a mark before it.
    stored = JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch {
    return failed(diagnose('roll-up-damaged', { path, field: null }));
  }
  const schemaOf = (stored ?? {}) as { readonly schema?: unknown };
  if (typeof schemaOf.schema !== 'string' || !schemaOf.schema.startsWith(ROLL_UPS))
    return failed(diagnose('month-not-roll-up', { path }));
  const { PastRollUp: schema } = await import('../model/past-roll-up.js');
  if (!(schema.shape.schema.options as readonly string[]).includes(schemaOf.schema))
    return failed(diagnose('roll-up-other-version', { path }));
  const { data: past, error } = schema.safeParse(stored, { jitless: true });
  if (!past)
    return failed(diagnose('roll-up-damaged', { path, field: error.issues[0]?.path.join('.') ?? '' }));
  if (past.on === null) return failed(diagnose('month-no-day', { path }));
  return { value: monthFrom(past, past.on, path), diagnostics: [] };
}

function monthFrom(past: PastRollUp, on: string, path: string): PastMonth {
  const said = new Map<string, PastStanding>();
  for (const { id, reports } of past.tasks) {
    for (const report of reports) {
      const { unit, state } = report;
      said.set(keyOf(unit, id), { unit, id, state, said: saidIn(report, on), since: null, last: null });
    }
  }
  const standings = past.standings?.map(({ unit, id, state, since, last }): PastStanding => {
    const report = state === 'absent' ? undefined : said.get(keyOf(unit, id));
    return { unit, id, state, since, last, said: report?.said ?? null };
  });
  const units = new Map(past.units.map((unit): [string, Counts] => [unit.unit, countsIn(unit)]));
  const filled = new Set(past.files.flatMap(({ unit, reported }) => (reported > 0 && unit ? [unit] : [])));
  const month: Month = { on, units: units.size, handed: filled.size, ...totalOf([...units.values()]) };
  return {
    path,
    on,
    notice: past.notice,
    tasks: past.tasks.map(({ id, category, name, goal }) => ({ id, category, name, goal })),
    units,
    months: [
      ...past.months.filter((each) => each.on < on),
      past.months.find((each) => each.on === on) ?? month,
    ],
    standings: standings ?? [...said.values()],
    isWhole: standings !== undefined,
  };
}

/** In the version before, what a unit that had handed in nothing had to do was not filled in. */
function countsIn(unit: PastRollUp['units'][number]): Counts {
  const { tasks, done, going, idle, late, other, silent, absent, files } = unit;
  if (absent !== undefined) return { tasks, done, going, idle, late, other, silent, absent };
  const sent = files.length > 0;
  return { tasks, done, going, idle, late, other, silent: sent ? silent : 0, absent: sent ? 0 : silent };
}

export function keyOf(unit: string, id: string): string {
  return `${unit}\n${id}`;
}
