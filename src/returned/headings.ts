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

/**
 * The names of columns without blanks, and without what people put in brackets behind one: that is the known column as
 * long as no other is called so.
 */
export function namesOf(headers: readonly string[]): string[] {
  const names = headers.map(unspaced);
  const bare = names.map((name) =>
    KNOWN.has(name) || name.endsWith(TYPED) ? name : (BRACKETED.exec(name)?.[1] ?? name),
  );
  const count = (name: string) => bare.filter((each) => each === name).length;
  return names.map((name, i) => {
    const base = bare[i] ?? name;
    return KNOWN.has(base) && count(base) === 1 ? base : name;
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
const FILLED_IN = (['status', 'progress', 'answer'] as const).map(headerOf);

/** Whether a row of texts is the header of a task sheet. */
export function isSheetHeader(texts: readonly string[]): boolean {
  const names = new Set(namesOf(texts));
  const isOurs = [headerOf('id'), ...FILLED_IN].some((header) => names.has(header));
  return isOurs && KNOWN_BY.every((id) => names.has(headerOf(id)));
}

/** The headers by which people call known columns otherwise than the program. */
export function renamedIn(headers: readonly string[]): string[] {
  const names = namesOf(headers);
  return headers.filter((header, i) => unspaced(header) !== names[i]);
}
