import { stateOf } from '../collect/index.js';
import { tableOf } from '../model/book.js';
import type { PageData, PageDuty, PageReport, PageRow, PageUnit } from '../model/page.js';
import type { Report, RollUp } from '../model/roll-up.js';
import type { TaskRow } from '../model/sheet.js';
import type { TaskBook } from '../model/taskbook.js';
import {
  bodyRowOf,
  type Concern,
  concernFinder,
  dutyWords,
  entriesOf,
  FLAG_WORDS,
  INFERRED_ABOVE,
  identityOf,
  indicatorWords,
  notedHeader,
  remarkWords,
  rowOf,
  timeWords,
  typedText,
} from '../sheets/index.js';
import { type Marker, markerFor, weave } from './marks.js';

/** All that somebody has to do, each thing once, and whom it concerns. */
export type Rows = Pick<PageData, 'rows' | 'duties' | 'units'>;

/** The rows of a task book: its tasks in their order, then what only the body asks for. */
export function rowsOf(book: TaskBook, rollUp: RollUp | null): Rows & { readonly marker: Marker } {
  const concernsOf = concernFinder(book);
  const names = [...book.units, ...book.groups].map(({ name }) => name);
  const found = names.map((name) => ({ name, concerns: concernsOf(name) }));
  const concerned = found.filter(({ concerns }) => concerns.length > 0);
  const marker = markerFor(book, new Set(concerned.map(({ name }) => name)));
  const reports = reportsOf(rollUp);

  const rows = book.tasks.map((task): PageRow => {
    const row = pageRow(rowOf(book, task), reports.get(task.id) ?? [], marker);
    return { ...row, tableIndex: book.tables.indexOf(tableOf(book, task)), places: task.places };
  });
  const placeOf = new Map<unknown, number>(book.tasks.map((task, i) => [task, i]));
  const rowPlace = (concern: Concern): number => {
    // What the body asks for of several units is one row if it is the same sentences.
    const key =
      'task' in concern ? concern.task : JSON.stringify(concern.sentences.map(({ at, text }) => [at, text]));
    const known = placeOf.get(key);
    if (known !== undefined) return known;
    if ('task' in concern) throw new Error('a concern is of a task that the book does not have');
    const row = bodyRowOf(book, concern.measure, concern.sentences);
    placeOf.set(key, rows.length);
    return rows.push(pageRow(row, reports.get(row.id) ?? [], marker)) - 1;
  };

  const duties = new Map<string, { readonly place: number; readonly duty: PageDuty }>();
  const dutyPlace = ({ part, duties: said }: Concern): number => {
    const roles = said.map(({ role, degree }) => ({ role, degree }));
    const duty = { part, words: dutyWords(said), roles };
    const key = JSON.stringify(duty);
    const known = duties.get(key) ?? { place: duties.size, duty };
    duties.set(key, known);
    return known.place;
  };

  const units = concerned.map(({ name, concerns }): PageUnit => {
    const { kind, names: others, groups, hosts, members } = identityOf(book, name);
    return {
      name,
      kind,
      names: [...others],
      groups: [...groups],
      hosts: hosts.map(({ office }) => office),
      ...(members === undefined ? {} : { members: members && [...members] }),
      concerns: concerns.map((concern) => [rowPlace(concern), dutyPlace(concern)]),
    };
  });
  return { rows, duties: Array.from(duties.values(), ({ duty }) => duty), units, marker };
}

/** A row in words; of what only the body asks for, which stands in no table. */
function pageRow(row: TaskRow, reports: readonly PageReport[], marker: Marker): PageRow {
  const { id, number, name, goal, lead, responsible, category, flags } = row;
  const marked = weave(lead, marker.cell(lead));
  return {
    id,
    tableIndex: null,
    section: category.section,
    number,
    name,
    goal: weave(goal, marker.goal(goal, name)),
    indicators: row.indicators.map(indicatorWords),
    times: timeWords(row),
    deliverables: row.deliverables.map(({ kind, text }) => ({ kind, text })),
    lead: flags.includes('lead-inherited') ? [...marked, INFERRED_ABOVE] : marked,
    responsible: weave(responsible, marker.cell(responsible)),
    measures: row.measures,
    places: [],
    remark: remarkWords(row),
    flags: flags.map((flag) => FLAG_WORDS[flag]),
    at: row.at,
    reports: [...reports],
  };
}

/** What units report, by the id of the task. */
function reportsOf(rollUp: RollUp | null): Map<string, PageReport[]> {
  const on = rollUp?.on ?? null;
  return new Map(
    rollUp?.tasks.map(({ id, reports }) => [id, reports.map((report) => pageReport(report, on))]),
  );
}

function pageReport(report: Report, on: string | null): PageReport {
  const { unit, filled, notes } = report;
  return {
    unit,
    state: stateOf(report, on),
    status: typedText(filled.status).trim(),
    filled: [
      ...entriesOf(report).map(([header, typed]): [string, string] => [header, typedText(typed)]),
      ...notes.map((note): [string, string] => [`批注（${notedHeader(note)}）`, note.text]),
    ],
  };
}
