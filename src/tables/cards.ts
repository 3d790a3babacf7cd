import type { ColumnRole } from '../model/column-role.js';
import { diagnose } from '../model/diagnose.js';
import type { GridCell, GridRow, PlacedColumn, TaskGridRow } from '../model/notice.js';
import { type Passage, slicePassage } from '../model/passage.js';
import type { LineStarts } from '../model/place.js';
import { failed } from '../model/result.js';
import { comparable, type HeaderMeaning, matchOf } from '../words/columns.js';
import { DIGIT, ORDINAL } from '../words/numerals.js';
import { usualLength } from './content.js';
import { countedInOf } from './counted-in.js';
import { endOfHead } from './head-rows.js';
import type { SeenTable, TableShape } from './shape.js';
import { settleWhat } from './what.js';

/** A label and what stands beside it. */
interface Entry {
  readonly label: GridCell;
  readonly value: GridCell;
}

/** One task: the entries of its card, in the order in which they are printed, under what numbers it: 项目四. */
interface Card {
  readonly number?: Passage | undefined;
  readonly entries: Entry[];
}

/** A card has no fewer labels. */
const LEAST_LABELS = 3;
/** How many of the cells in the labels' places must be labels. */
const MOST = 0.6;
/** A label is a few words. */
const LONGEST_LABEL = 20;

const WHO: readonly HeaderMeaning[] = ['lead', 'responsible', 'supervising'];
const WHAT: readonly HeaderMeaning[] = ['name', 'task', 'content', 'problem', 'goal', 'step'];

/** 责任单位意见, 领导签字: what a form leaves room for. */
const TO_SIGN = /意见$|签[字名章]|盖章|审[批核]$/;

/**
 * Cards: labels in the first column and what they say beside them, a task a card. A row may have two labels, or two
 * cards may stand side by side; a card may stand below another.
 */
export const cards: TableShape = ({ table, grid, above, settled, lines }: SeenTable) => {
  const meaningOf = (text: string) =>
    settled(text) ?? matchOf(text)?.meaning ?? matchOf(plain(text))?.meaning;
  if (endOfHead(grid) > 0 || !looksLikeCards(grid, meaningOf)) return undefined;
  const read = cardsIn(grid, meaningOf);
  // 任务一 above 任务二: which of them the card is about nobody can know.
  if (!read || read.some(({ number, entries }) => number && entries.length < 2)) return undefined;
  const found = numbered(read, above, lines);
  // A form to fill in, or to be signed.
  if (found.some(({ entries }) => entries.some(({ label }) => TO_SIGN.test(comparable(label.passage.text)))))
    return undefined;
  if (found.every(({ entries }) => entries.every(({ value }) => value.passage.text === ''))) return undefined;
  const labels = labelsOf(found);
  const meanings = labels.map(({ passage }) => meaningOf(passage.text) ?? 'other');
  if (!WHAT.some((each) => meanings.includes(each))) {
    return failed(
      diagnose('table-no-header', { header: labels.map(({ passage }) => passage.text).join('、') }, table.at),
    );
  }
  const columns = columnsOf(labels, meanings, found, lines);
  const at = (label: string) => columns.findIndex((column) => plain(column.header) === label);
  const hasNumbers = !columns.some(({ role }) => role === 'number') && found.some(({ number }) => number);
  const all = hasNumbers ? [...columns, numberColumn(columns.length)] : columns;
  const rows = found.map(({ number, entries }): TaskGridRow => {
    const cells = entries.map(({ label, value }): GridCell => {
      const column = at(plain(label.passage.text));
      return { ...value, from: column, to: column + 1, above: false };
    });
    // It stands in a row, or a line, of its own and is counted there.
    const own = hasNumbers && number ? [numberCell(number, columns.length)] : [];
    const row = [...cells, ...own].sort((a, b) => a.from - b.from);
    return { at: entries[0]?.value.passage.at ?? table.at, cells: row };
  });
  const values = new Set(found.flatMap(({ entries }) => entries.map(({ value }) => value.passage)));
  const otherRows = grid.map((row) => ({
    ...row,
    cells: row.cells.filter(({ passage }) => !values.has(passage)),
  }));
  return { value: { shape: 'cards', columns: all, rows, otherRows, notesWithin: [] }, diagnostics: [] };
};

/** 问题一, 任务1: a label with the card's number. */
const NUMBERED = new RegExp(`^(.*?[一-龥])[（(]?(?:${ORDINAL}|${DIGIT}{1,2})[）)]?[：:]?$`);

/** A label without blanks, and without the card's number where it is none without it. */
function plain(label: string): string {
  const text = comparable(label);
  const [, words = ''] = NUMBERED.exec(text) ?? [];
  const meaning = matchOf(text) === undefined ? matchOf(words)?.meaning : undefined;
  return meaning && WHAT.includes(meaning) ? words : text;
}

function isNumbered(label: string): boolean {
  return plain(label) !== comparable(label);
}

/** The label that numbers a card. */
function numberedBy(entry: Entry | undefined): Passage | undefined {
  return entry && isNumbered(entry.label.passage.text) ? entry.label.passage : undefined;
}

type MeaningOf = (text: string) => HeaderMeaning | undefined;

/** Whether the first cell of most rows is a label, and the labels say who and what; a header says both in one row. */
function looksLikeCards(grid: readonly GridRow[], meaningOf: MeaningOf): boolean {
  const rows = grid.filter(({ cells }) => cells.filter(({ above }) => !above).length > 1);
  if (rows.length < LEAST_LABELS) return false;
  const firsts = rows.map(({ cells }) => meaningOf(cells[0]?.passage.text ?? ''));
  const labelled = firsts.filter((meaning) => meaning !== undefined);
  const isWho = (meaning: HeaderMeaning | undefined) => meaning !== undefined && WHO.includes(meaning);
  const later = rows.flatMap(({ cells }) =>
    cells
      .filter(({ above }, i) => !above && i > 0 && i % 2 === 0)
      .map(({ passage }) => meaningOf(passage.text)),
  );
  const seconds = rows.map(({ cells }) => meaningOf(cells[1]?.passage.text ?? ''));
  return (
    labelled.length >= rows.length * MOST &&
    new Set(labelled).size >= 2 &&
    rows.some(({ cells }) => cells.some(({ passage }, i) => i % 2 === 0 && isWho(meaningOf(passage.text)))) &&
    seconds.filter((meaning) => meaning !== undefined).length * 2 < rows.length &&
    later.filter((meaning) => meaning !== undefined).length * 2 >= later.length &&
    rows.every(({ cells }) =>
      cells.every(({ passage }, i) => i % 2 === 1 || passage.text.length <= LONGEST_LABEL),
    )
  );
}

/** Divides the entries of a table among its cards: a label that comes again begins another. */
function cardsIn(grid: readonly GridRow[], meaningOf: MeaningOf): Card[] | undefined {
  const done: Card[] = [];
  /** The cards that stand side by side, by where their labels stand. */
  let open: Card[] = [];
  let titles: readonly Passage[] = [];
  for (const { cells } of grid) {
    const printed = cells.filter(({ above }) => !above);
    const isLabelled =
      printed.some(({ passage }) => meaningOf(passage.text) !== undefined) &&
      !printed.every(({ passage }) => isNumbered(passage.text));
    const texts = printed.map(({ passage }) => passage).filter(({ text }) => text !== '');
    if (!isLabelled && printed.length < 3) {
      if (texts.length > 0) titles = texts;
      continue;
    }
    // 责任分工 beside 牵头单位 and 配合单位 is a label of labels.
    const own = printed.length % 2 === 0 ? printed : printed.slice(1);
    if (own.length < 2) continue;
    const entries = own.flatMap((label, i): Entry[] =>
      i % 2 === 0 ? [{ label, value: own[i + 1] as GridCell }] : [],
    );
    const names = entries.map(({ label }) => plain(label.passage.text));
    const isSideBySide = names.length > 1 && new Set(names).size < names.length;
    const groups = isSideBySide ? entries.map((entry) => [entry]) : [entries];
    const again = open.some((card) =>
      card.entries.some(({ label }) => plain(label.passage.text) === names[0]),
    );
    if (open.length === 0 || again || groups.length !== open.length) {
      if (open.length > 1 && groups.length === 1 && !again) return undefined;
      done.push(...open);
      const numbers = titles.length === groups.length ? titles : [];
      open = groups.map(([first], i) => ({ number: numbers[i] ?? numberedBy(first), entries: [] }));
      titles = [];
    }
    for (const [i, group] of groups.entries()) open[i]?.entries.push(...group);
  }
  done.push(...open);
  return done;
}

/** 项目3、项目4 */
const NUMBER = new RegExp(`^\\s*(?:[一-龥]{1,4})(?:${ORDINAL}|${DIGIT}{1,3})(?:号)?\\s*$`);

/** The cards with the numbers that the line above them gives them, where they have none. */
function numbered(found: readonly Card[], above: readonly Passage[], lines: LineStarts): readonly Card[] {
  const line = above.at(-1);
  if (!line || found.some(({ number }) => number)) return found;
  const parts = Array.from(line.text.matchAll(/[^、，\s]+/g), ({ 0: part, index }) =>
    slicePassage(line, index, index + part.length, lines),
  );
  if (parts.length !== found.length || !parts.every(({ text }) => NUMBER.test(text))) return found;
  return found.map((card, i) => ({ ...card, number: parts[i] }));
}

function numberColumn(slot: number): PlacedColumn {
  return { header: '', role: 'number', from: slot, to: slot + 1, path: [] };
}

/** A number that stands above: it is the row's and is printed elsewhere. */
function numberCell(passage: Passage, slot: number): GridCell {
  return { passage, from: slot, to: slot + 1, above: true, spansKnown: true };
}

/** Every label once, in the order in which they come first. */
function labelsOf(found: readonly Card[]): GridCell[] {
  const labels = new Map<string, GridCell>();
  for (const { label } of found.flatMap(({ entries }) => entries)) {
    const text = plain(label.passage.text);
    if (!labels.has(text)) labels.set(text, label);
  }
  return Array.from(labels.values());
}

function columnsOf(
  labels: readonly GridCell[],
  meanings: readonly HeaderMeaning[],
  found: readonly Card[],
  lines: LineStarts,
): PlacedColumn[] {
  const textsUnder = (label: Passage) =>
    found
      .flatMap(({ entries }) => entries)
      .flatMap((entry) =>
        plain(entry.label.passage.text) === plain(label.text) ? [entry.value.passage.text] : [],
      );
  const roles: readonly ColumnRole[] = settleWhat(
    labels.map(({ passage }, i) => ({
      meaning: meanings[i] ?? 'other',
      length: usualLength(textsUnder(passage)),
      isRemedy: passage.text.includes('整改'),
      isContent: passage.text.endsWith('内容'),
      isFocus: false,
      isTitle: false,
      isWide: false,
      isWider: false,
      isOfFigures: false,
      saysHowMuch: false,
      saysBoth: false,
      numbered: undefined,
    })),
  );
  return labels.map(({ passage }, i): PlacedColumn => {
    const countedIn = countedInOf([passage], lines);
    return {
      header: passage.text,
      role: roles[i] ?? 'other',
      from: i,
      to: i + 1,
      path: [passage],
      ...(countedIn && { countedIn }),
    };
  });
}
