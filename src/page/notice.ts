import { tableOf, tasksOf } from '../model/book.js';
import { addTo } from '../model/grouping.js';
import type { PageMeasure, PageNotice, PageTable, Paragraph } from '../model/page.js';
import type { BookTable, Measure, TaskBook } from '../model/taskbook.js';
import { FLAG_WORDS } from '../sheets/index.js';
import { type Found, type Marker, weave, weaveLines } from './marks.js';

/** The notice as it is printed, with units, figures, times and clauses marked. */
export function noticeOf(book: TaskBook, marker: Marker): PageNotice {
  const { notice } = book;
  const clausesIn = clauseFinder(book);
  const paragraphs = (texts: readonly string[]): Paragraph[] =>
    texts.flatMap((text) => weaveLines(text, [...clausesIn(text, ''), ...marker.units(text)]));
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
      paragraphs: paragraphs(chapter.text === '' ? [] : [chapter.text]),
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
  const { id, title, text } = measure;
  return {
    id,
    title,
    paragraphs: weaveLines(text, [...clausesIn(text, id), ...marker.measure(measure)]),
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
      cells: task.cells.map((text, i): Paragraph => {
        const role = columns[i]?.role;
        if (role === 'lead' || role === 'responsible') return weave(text, marker.cell(text));
        if (role === 'goal') return weave(text, marker.goal(text, task.name));
        if (role === 'deadline') return weave(text, marker.deadline(text));
        return weave(text, marker.units(text));
      }),
    })),
  };
}

/** Where clauses that are tasks begin in a text of the body. */
type ClauseFinder = (text: string, measure: string) => Found[];

/** Makes the clauses of a task book ready to be found; each is found once, in the order of the notice. */
function clauseFinder(book: TaskBook): ClauseFinder {
  const waiting = new Map<string, { readonly id: string; readonly begins: string }[]>();
  for (const task of book.tasks) {
    if (tableOf(book, task).kind !== 'clauses') continue;
    const { id, cells, measures } = task;
    const measure = measures.find(({ reason }) => reason === 'stands-in')?.measure ?? '';
    const begins = cells[0]?.split('\n')[0] ?? '';
    addTo(waiting, measure, { id, begins });
  }
  return (text, measure) => {
    const found: Found[] = [];
    const left = waiting.get(measure)?.filter(({ id, begins }) => {
      const at = text.indexOf(begins, found.at(-1)?.start ?? 0);
      if (at >= 0) found.push({ mark: 'task', start: at, end: at, to: id });
      return at < 0;
    });
    if (left) waiting.set(measure, left);
    return found;
  };
}
