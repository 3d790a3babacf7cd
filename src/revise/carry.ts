import { withinFile } from '../model/place.js';
import type { ReturnedRow, ReturnedSheet } from '../model/returned.js';
import type { KeptPart, KeptRow, SheetRow, TaskSheet } from '../model/sheet.js';
import {
  CHANGE_MARKS,
  KEPT_WORDS,
  KNOWN_BY,
  plainText,
  SHEET_COLUMNS,
  WATCHED_COLUMNS,
} from '../sheets/index.js';
import { type Edition, pairUp } from './match.js';

const KEPT_PARTS = Object.keys(KEPT_WORDS) as readonly KeptPart[];

/**
 * Carries what people put into an earlier sheet over to a new one, by task. Rows that the new one has in
 * other words are marked with the old ones beside; what it no longer has goes to 已取消, what no row can be
 * found for to 待归位. Nothing that was typed is left out, and carrying over twice changes nothing more.
 *
 * @param sheet a sheet that nobody has put anything into
 */
export function carryOver(sheet: TaskSheet, returned: ReturnedSheet): TaskSheet {
  const rows = returned.rows.filter((row) => isFilled(row) || isPrinted(row));
  const keptBefore = rows.filter((row) => keptPartOf(row) !== undefined);
  const live = rows.filter((row) => keptPartOf(row) === undefined);
  const rowOf = pairRows(sheet.rows, live, keptBefore);
  const paired = new Set(rowOf.values());

  const old = (row: SheetRow) => rowOf.get(row);
  const changes = new Map(
    sheet.rows.map((row) => {
      const earlier = old(row);
      return [row, earlier ? changeOf(row, earlier, returned.printed) : CHANGE_MARKS.added];
    }),
  );
  const gone = live.filter((row) => !paired.has(row));
  const isCancelled = (row: ReturnedRow) =>
    row.id !== '' && !live.some((other) => other !== row && other.id === row.id && paired.has(other));
  const isRevised = gone.some(isCancelled) || [...changes.values()].some((change) => change !== '');
  // Without a single row of an earlier sheet there is nothing to be new against.
  const isFirst = live.every(({ id }) => id === '');
  const mark = (row: SheetRow): string => {
    if (isFirst) return '';
    return isRevised ? (changes.get(row) ?? '') : (old(row)?.cells[KNOWN_BY.change] ?? '');
  };

  const stray = returned.stray.map(({ at, text }) => ({
    part: 'unplaced' as const,
    cells: { [KNOWN_BY.goal]: `${withinFile(at)}：${text}` },
    filled: {},
    notes: [],
  }));
  const kept = [
    ...keptBefore
      .filter((row) => !paired.has(row))
      // What was taken out in an earlier revision need not be shown for ever.
      .filter((row) => isFilled(row) || !isRevised || keptPartOf(row) === 'unplaced')
      .map((row) => keptRow(row, keptPartOf(row) ?? 'unplaced')),
    ...gone.map((row) => keptRow(row, isCancelled(row) ? 'cancelled' : 'unplaced')),
    ...stray,
  ];
  return {
    ...sheet,
    columns: [...returned.columns],
    rows: sheet.rows.map((row) => ({
      ...row,
      change: mark(row),
      filled: { ...old(row)?.filled },
      notes: [...(old(row)?.notes ?? [])],
    })),
    kept: KEPT_PARTS.flatMap((part) => kept.filter((row) => row.part === part)),
    cover: { ...returned.cover },
  };
}

/** Finds the earlier row of each row: among those of tasks, then by id alone among those that were kept. */
function pairRows(
  rows: readonly SheetRow[],
  live: readonly ReturnedRow[],
  keptBefore: readonly ReturnedRow[],
): Map<SheetRow, ReturnedRow> {
  const known = live.filter(({ id }) => id !== '');
  const pairs = new Map<SheetRow, ReturnedRow>();
  for (const [i, j] of pairUp(
    known.map(({ id, cells }) => editionOf(id, cells)),
    rows.map(printedEdition),
  )) {
    pairs.set(rows[j] as SheetRow, known[i] as ReturnedRow);
  }
  // A row whose id somebody erased is known by all its words, and by nothing less.
  const anonymous = live.filter(({ id }) => id === '');
  const taken = new Set<ReturnedRow>();
  for (const row of rows.filter((each) => !pairs.has(each))) {
    const other =
      anonymous.find((each) => !taken.has(each) && isPrinted(each) && saysSame(row, each)) ??
      keptBefore.find((each) => !taken.has(each) && each.id === row.id);
    if (!other) continue;
    taken.add(other);
    pairs.set(row, other);
  }
  return pairs;
}

function printedEdition(row: SheetRow): Edition {
  return editionOf(row.id, Object.fromEntries(SHEET_COLUMNS.map(({ header, text }) => [header, text(row)])));
}

function editionOf(id: string, cells: ReturnedRow['cells']): Edition {
  return {
    id,
    group: cells[KNOWN_BY.table] ?? '',
    name: cells[KNOWN_BY.name] ?? '',
    text: cells[KNOWN_BY.goal] ?? '',
    units: `${cells[KNOWN_BY.lead] ?? ''}、${cells[KNOWN_BY.responsible] ?? ''}`,
  };
}

/** What a row says other than before, in the columns that the earlier sheet has: 有变化, and each old text. */
function changeOf(row: SheetRow, earlier: ReturnedRow, printed: readonly string[]): string {
  const { cells } = earlier;
  const changed = WATCHED_COLUMNS.filter(({ header }) => printed.includes(header))
    .filter(({ header, text }) => !isSame(text(row), cells[header] ?? ''))
    // A task that was taken out and has come back is not in another part for that.
    .filter(({ header }) => !(header === KNOWN_BY.part && keptPartOf(earlier)));
  if (changed.length === 0) return '';
  return [
    CHANGE_MARKS.changed,
    ...changed.map(({ header }) => `${header}原为：${cells[header] || '（空）'}`),
  ].join('\n');
}

function saysSame(row: SheetRow, { cells }: ReturnedRow): boolean {
  return [KNOWN_BY.name, KNOWN_BY.goal].every((header) => {
    const column = SHEET_COLUMNS.find((each) => each.header === header);
    return isSame(column?.text(row) ?? '', cells[header] ?? '');
  });
}

function isSame(one: string, other: string): boolean {
  return plainText(one) === plainText(other);
}

function keptPartOf({ cells }: ReturnedRow): KeptPart | undefined {
  return KEPT_PARTS.find((part) => KEPT_WORDS[part] === cells[KNOWN_BY.part]);
}

function keptRow({ id, cells, filled, notes }: ReturnedRow, part: KeptPart): KeptRow {
  const own = { ...cells, ...(id === '' ? {} : { [KNOWN_BY.id]: id }) };
  delete own[KNOWN_BY.part];
  if (part === 'cancelled') delete own[KNOWN_BY.change];
  return { part, cells: own, filled: { ...filled }, notes: [...notes] };
}

function isFilled({ filled, notes }: ReturnedRow): boolean {
  return Object.keys(filled).length + notes.length > 0;
}

function isPrinted({ id, cells }: ReturnedRow): boolean {
  return id !== '' || Object.values(cells).some((text) => text.trim() !== '');
}
