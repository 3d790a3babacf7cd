import { tableOf, tasksOf, whoOf } from '../model/book.js';
import type { ColumnRole } from '../model/column-role.js';
import type { PageMeasure, PageNotice, PageParagraph, PageTable } from '../model/page.js';
import { type Passage, spansOf, stretchIn } from '../model/passage.js';
import { lastAtOrBefore } from '../model/place.js';
import type { BookTable, Measure, Task, TaskBook } from '../model/taskbook.js';
import { FLAG_WORDS } from '../sheets/index.js';
import { type Mark, type Marker, weave, weaveLines } from './marks.js';

/** The notice as it is printed, with units, figures, times and clauses marked. */
export function noticeOf(book: TaskBook, marker: Marker): PageNotice {
  const { notice } = book;
  const clausesIn = clauseFinder(book);
  const paragraphs = (passages: readonly Passage[]): PageParagraph[] =>
    passages.flatMap((passage) =>
      weaveLines(passage.text, [...clausesIn(passage), ...marker.units(passage.text)]),
    );
  const tables = book.tables.map((table) => ({ table, page: pageTable(book, table, marker) }));
  const printed = tables.filter(({ table }) => table.kind === 'table');
  const inAppendix = (wanted: number | null) =>
    printed.filter(({ table }) => table.appendix === wanted).map(({ page }) => page);
  return {
    masthead: notice.masthead,
    number: notice.number,
    title: notice.title,
    addressees: notice.addressees.join('，'),
    letter: paragraphs(notice.letter),
    issuer: notice.issuer,
    date: notice.date,
    publicity: notice.publicity,
    documentTitle: notice.documentTitle,
    preamble: paragraphs(notice.preamble),
    chapters: book.chapters.map((chapter) => ({
      paragraphs: paragraphs(chapter.text === '' ? [] : [chapter]),
      measures: chapter.measures.map((measure) => measureOf(book, measure, marker, clausesIn)),
    })),
    appendices: notice.appendices.map(({ label, title, text }, i) => ({
      label,
      title,
      paragraphs: paragraphs(text),
      tables: inAppendix(i + 1),
    })),
    tables: inAppendix(null),
    otherTables: book.otherTables.map(({ title, rows }) => ({ title, rows })),
    colophon: notice.colophon,
    rest: book.ledger.rest.map(({ text }) => text),
  };
}

function measureOf(
  { tasks }: TaskBook,
  measure: Measure,
  marker: Marker,
  clausesIn: ClauseFinder,
): PageMeasure {
  const { id, title, text, sentences } = measure;
  return {
    id,
    title,
    paragraphs: weaveLines(text, [
      ...clausesIn(measure),
      ...marker.demands(measure, sentences),
      ...marker.units(text),
    ]),
    rows: tasks.flatMap(({ measures }, row) =>
      measures.some((link) => link.measure === id && link.reason !== 'stands-in') ? [row] : [],
    ),
  };
}

function pageTable(book: TaskBook, table: BookTable, marker: Marker): PageTable {
  const { title, columns, notes } = table;
  return {
    title,
    columns: columns.map(({ header }) => header),
    notes,
    rows: tasksOf(book, table).map((task) => ({
      id: task.id,
      section: task.section,
      measures: Array.from(new Set(task.measures.map(({ measure }) => measure))),
      flags: task.flags.map((flag) => FLAG_WORDS[flag]),
      cells: task.cells.map(
        (cell, i): PageParagraph => weave(cell.text, found(cell, columns[i]?.role, task, marker)),
      ),
    })),
  };
}

/** What was read in a cell, by what its column is for. */
function found(cell: Passage, role: ColumnRole | undefined, task: Task, marker: Marker): Mark[] {
  if (role === 'lead' || role === 'responsible') return marker.who(cell, whoOf(task));
  if (role === 'deadline') return marker.demands(cell, [task]);
  const units = marker.units(cell.text);
  return role === 'goal' ? [...marker.demands(cell, [task]), ...units] : units;
}

/** Where clauses that are tasks begin in a text of the body. */
type ClauseFinder = (passage: Passage) => Mark[];

/** Makes the clauses of a task book ready to be found. */
function clauseFinder(book: TaskBook): ClauseFinder {
  const begins = book.tasks
    .filter((task) => tableOf(book, task).kind === 'clauses')
    .flatMap(({ id, cells: [first] }) => {
      const start = first?.at.spans?.[0]?.[0];
      return start === undefined ? [] : [{ id, start }];
    })
    .sort((a, b) => a.start - b.start);
  const starts = begins.map(({ start }) => start);
  return (passage) => {
    const found: Mark[] = [];
    const [first = [0, 0]] = spansOf(passage);
    for (let i = lastAtOrBefore(starts, first[0]); i < begins.length; i++) {
      const { id, start } = begins[i] as (typeof begins)[number];
      const at = stretchIn(passage, { ...passage.at, spans: [[start, start]] });
      if (at) found.push({ mark: 'task', to: id, ...at });
      else if (start > first[0]) break;
    }
    return found;
  };
}
