import type { PageData, PageUnit } from '../../../model/page.js';

/** A value that a list can be narrowed to, and how people say it. */
export type Choices = readonly (readonly [value: string, words: string])[];

/** What a list of tasks, or a unit's, can be narrowed to: what is in it. */
interface AllChoices {
  readonly roles: Choices;
  readonly degrees: Choices;
  readonly tables: Choices;
  readonly kinds: Choices;
  readonly places: Choices;
}

/** The rows stay what they are as long as the page is open. */
const KNOWN = new WeakMap<PageData | PageUnit, AllChoices>();

export function choicesFor(data: PageData, unit: PageUnit | undefined): AllChoices {
  const known = KNOWN.get(unit ?? data);
  if (known) return known;
  const rows = unit
    ? unit.concerns.flatMap(([row]) => data.rows[row] ?? [])
    : data.rows.filter(({ tableIndex }) => tableIndex !== null);
  const duties = unit?.concerns.flatMap(([, duty]) => data.duties[duty]?.roles ?? []) ?? [];
  const tables = new Set(rows.map(({ tableIndex }) => tableIndex));
  const { roles, degrees, deliverables } = data.words;
  const choices: AllChoices = {
    roles: used(
      roles,
      duties.map(({ role }) => role),
    ),
    degrees: used(
      degrees,
      duties.map(({ degree }) => degree),
    ),
    tables: [
      ...data.tables.map((name, i) => [String(i), name] as const).filter((_, i) => tables.has(i)),
      ...(tables.has(null) ? [['body', '正文'] as const] : []),
    ],
    kinds: used(
      deliverables,
      rows.flatMap((row) => row.deliverables.map(({ kind }) => kind)),
    ),
    places: Array.from(new Set(rows.flatMap(({ places }) => places)), (name) => [name, name] as const),
  };
  KNOWN.set(unit ?? data, choices);
  return choices;
}

/** The words of what is there, in the order of the words. */
function used(words: Readonly<Record<string, string>>, there: readonly string[]): Choices {
  const values = new Set(there);
  return Object.entries(words).filter(([value]) => values.has(value));
}
