import type { RenamedHeader } from '../model/returned.js';
import type { FillIn, NoticeColumn } from '../model/sheet.js';
import {
  CHECK_HEADER,
  DERIVED_HEADERS,
  FILL_IN_COLUMNS,
  type FillInColumn,
  headerOf,
  KNOWN_BY,
  SHEET_COLUMNS,
  typedHeader,
  unspaced,
} from '../sheets/index.js';

/** A column by its header: the notice's, one made of others, one to fill in, or people's own. */
export type SheetHeading =
  | { readonly kind: 'notice'; readonly id: NoticeColumn }
  | { readonly kind: 'derived'; readonly header: string }
  | { readonly kind: 'fill-in'; readonly id: FillIn; readonly takes?: FillInColumn['takes'] }
  | { readonly kind: 'check' }
  | { readonly kind: 'own'; readonly header: string };

const KNOWN: ReadonlyMap<string, SheetHeading> = new Map<string, SheetHeading>([
  ...SHEET_COLUMNS.map(({ id, header }): [string, SheetHeading] => [header, { kind: 'notice', id }]),
  ...Object.values(DERIVED_HEADERS).map((header): [string, SheetHeading] => [
    header,
    { kind: 'derived', header },
  ]),
  ...FILL_IN_COLUMNS.map((column): [string, SheetHeading] => [column.header, { kind: 'fill-in', ...column }]),
  [CHECK_HEADER, { kind: 'check' }],
]);

/** Columns that sheets of earlier versions did not have: what is called so in them is people's own. */
const LATER: ReadonlySet<string> = new Set([
  ...Object.values(DERIVED_HEADERS),
  ...(['ref', 'number', 'until', 'answer'] as const).map(headerOf),
]);

/** In those, 序号 was the number that the notice prints. */
const FORMER: ReadonlyMap<string, SheetHeading> = new Map<string, SheetHeading>([
  ...[...KNOWN].filter(([header]) => !LATER.has(header)),
  [DERIVED_HEADERS.count, { kind: 'notice', id: 'number' }],
]);

/** Columns that every sheet of the present layout has, and no earlier one. */
const PRESENT: readonly string[] = [
  DERIVED_HEADERS.who,
  ...(['ref', 'number', 'until'] as const).map(headerOf),
];

/** What people put behind the name of a column: 任务名称（县级）, 进展情况(截至6月). */
const BRACKETED = /^(.{1,60}?)(?:[（(][^（()）]{1,20}[）)]){1,3}$/u;
/** Behind a name this says that the column is its unit's. */
const TYPED = typedHeader('');

/** What is not seen, and what people put around a name: 进展状态：, *进展情况. */
const AROUND = /\p{Cf}|^[*＊]+|[*＊：:。.、]{1,8}$/gu;
/** Columns to fill in, which people call in more or fewer words: 工作进展情况, 进展. */
const TO_FILL_IN = FILL_IN_COLUMNS.map(({ header }) => header);
/** Longer texts are no name of a column. */
const LONGEST = 20;

/**
 * The names of columns without blanks, and without what people put around one or in brackets behind it: that is the known
 * column as long as no other is called so. One to fill in that is not there is what the only header that fits is for.
 */
export function namesOf(headers: readonly string[]): string[] {
  const names = headers.map((header) => unspaced(header).replace(AROUND, ''));
  const bare = names.map((name) =>
    KNOWN.has(name) || name.endsWith(TYPED) ? name : (BRACKETED.exec(name)?.[1] ?? name),
  );
  const count = (name: string) => bare.filter((each) => each === name).length;
  const known = names.map((name, i) => {
    const base = bare[i] ?? name;
    return KNOWN.has(base) && count(base) === 1 ? base : name;
  });
  const missing = TO_FILL_IN.filter((header) => !known.includes(header));
  const fits = known.map((name) =>
    KNOWN.has(name) || name.endsWith(TYPED) || name.length < 2 || name.length > LONGEST
      ? []
      : missing.filter((header) => name.includes(header) || isMostOf(name, header)),
  );
  return known.map((name, i) => {
    const [meant, ...others] = fits[i] ?? [];
    const isSole = others.length === 0 && fits.flat().filter((header) => header === meant).length === 1;
    return meant !== undefined && isSole ? meant : name;
  });
}

/**
 * The columns that a header row has, by the layout that it is of. A single one of the present layout's may be people's
 * own; somebody who tidies up takes out one, and not all of them.
 */
export function headingsOf(headers: readonly string[]): SheetHeading[] {
  const names = namesOf(headers);
  const isPresent = PRESENT.filter((header) => names.includes(header)).length > 1;
  const known = isPresent ? KNOWN : FORMER;
  return headers.map((header, i) => known.get(names[i] ?? '') ?? { kind: 'own', header });
}

/** Columns that no table of a notice has; a sheet without 编号 is known by one. */
const FILLED_IN_IDS = ['status', 'progress', 'answer'] as const;
const FILLED_IN = FILLED_IN_IDS.map(headerOf);

/** What a text must have in it to be the name of a column; whatever people put between and around is taken away only. */
const CHARACTERS = KNOWN_BY.map((id) => Array.from(headerOf(id)));

/** Whether a name is a header cut short: 进展, and not 单位 of 是否涉及本单位. */
function isMostOf(name: string, header: string): boolean {
  return header.includes(name) && name.length * 2 >= header.length;
}

/** Whether a row of texts is the header of a task sheet. */
export function isSheetHeader(texts: readonly string[]): boolean {
  // Most rows are none, and it shows at once.
  const mayBe = (characters: readonly string[]) =>
    texts.some((text) => characters.every((character) => text.includes(character)));
  if (!CHARACTERS.every(mayBe)) return false;
  const names = new Set(namesOf(texts));
  const isOurs = [headerOf('id'), ...FILLED_IN].some((header) => names.has(header));
  return isOurs && KNOWN_BY.every((id) => names.has(headerOf(id)));
}

/** How far down the header may be: people put lines above a table. */
export const HEADER_WITHIN = 20;

/**
 * What is missing in the row that comes nearest to being the header of a task sheet, and which known columns it has; nothing
 * where no row has two of them.
 */
export function nearestHeader(rows: readonly (readonly string[])[]): { has: string[]; missing: string[] } {
  const found = rows
    .slice(0, HEADER_WITHIN)
    .map((texts) => namesOf(texts).filter((name) => KNOWN.has(name)))
    .reduce((best, names) => (names.length > best.length ? names : best), []);
  if (found.length < 2) return { has: [], missing: [] };
  const isThere = (id: (typeof KNOWN_BY)[number] | (typeof FILLED_IN_IDS)[number]) =>
    found.includes(headerOf(id));
  const isOurs = isThere('id') || FILLED_IN_IDS.some(isThere);
  return {
    has: Array.from(new Set(found)),
    missing: [...(isOurs ? [] : ['id' as const]), ...KNOWN_BY.filter((id) => !isThere(id))].map(headerOf),
  };
}

/** The headers by which people call known columns otherwise than the program, each with what that column is called. */
export function renamedIn(headers: readonly string[]): RenamedHeader[] {
  const names = namesOf(headers);
  return headers.flatMap((header, i) =>
    unspaced(header).replace(/\p{Cf}/gu, '') === names[i] ? [] : [{ header, as: names[i] ?? '' }],
  );
}
