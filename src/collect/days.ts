import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Place } from '../model/place.js';
import type { ReturnedRow } from '../model/returned.js';
import type { Typed } from '../model/sheet.js';
import type { NoticeHead } from '../model/taskbook.js';
import { dayMeantIn, isLikely, isStatusForDay } from '../returned/index.js';
import { FILL_IN_COLUMNS, headerOf, typedText } from '../sheets/index.js';

// The days that units fill in: which are reckoned with, and what is told of the others.

/** The year by which a day is judged: that of the notice, else the one that it is for. */
export function yearOf({ date, year }: Pick<NoticeHead, 'date' | 'year'>): number | null {
  return date === null ? year : Number(date.slice(0, 4));
}

/** The day that a cell means, however it was typed; `null` where it is none, or one that nobody can have meant. */
export function dayMeant(value: Typed | undefined, year: number | null): string | null {
  const day = dayTyped(value);
  return day !== null && isLikely(day, year) ? day : null;
}

function dayTyped(value: Typed | undefined): string | null {
  if (typeof value === 'object') return 'date' in value ? value.date : null;
  return dayMeantIn(typedText(value)) ?? null;
}

const DATES = FILL_IN_COLUMNS.filter(({ takes }) => takes === 'date');

/** A day that cannot be reckoned with. */
export interface OddDay {
  readonly code: 'return-date' | 'return-day-far';
  readonly column: string;
  readonly said: string;
  readonly at: Place;
}

/** What stands in a row's columns for days and is none that can be reckoned with. */
export function oddDaysIn({ filled, places, at }: ReturnedRow, year: number | null): OddDay[] {
  return DATES.flatMap(({ id, header: column }) => {
    const value = filled[id];
    if (value === undefined || dayMeant(value, year) !== null) return [];
    // What it says is told of the sheet.
    if (isStatusForDay(id, value)) return [];
    const code = dayTyped(value) === null ? 'return-date' : 'return-day-far';
    return [{ code, column, said: typedText(value), at: places[id] ?? at }];
  });
}

/**
 * The last day in 更新日期; '' where there is none. One after the day of the roll-up is no sign of what was filled in
 * later.
 */
export function lastDay(rows: readonly ReturnedRow[], year: number | null, on: string | null): string {
  return updatedDays(rows, year).reduce((last, day) => (day > last && !isAfter(day, on) ? day : last), '');
}

/** Days in 更新日期 after that of the roll-up: one line for a sheet. */
export function tellLaterDays(
  { rows, file }: { readonly rows: readonly ReturnedRow[]; readonly file: string },
  year: number | null,
  on: string | null,
): Diagnostic[] {
  const later = updatedDays(rows, year).filter((day) => isAfter(day, on));
  if (on === null || later.length === 0) return [];
  const days = Array.from(new Set(later)).sort();
  return [diagnose('return-day-later', { column: headerOf('updated'), days, count: later.length, on }, file)];
}

function updatedDays(rows: readonly ReturnedRow[], year: number | null): string[] {
  return rows.flatMap(({ filled }) => dayMeant(filled.updated, year) ?? []);
}

function isAfter(day: string, on: string | null): boolean {
  return on !== null && day > on;
}
