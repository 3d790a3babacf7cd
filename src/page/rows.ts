import { latenessOf } from '../collect/index.js';
import { tableOf, whoOf } from '../model/book.js';
import type { PageData, PageDuty, PagePiece, PageReport, PageRow, PageUnit } from '../model/page.js';
import { joinPassages, type Passage } from '../model/passage.js';
import { placeText } from '../model/place.js';
import type { AnsweredQuestion, Report, RollUp, Standing } from '../model/roll-up.js';
import type { TaskRow } from '../model/sheet.js';
import type { Role, Task, TaskBook } from '../model/taskbook.js';
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
  unitCells,
} from '../sheets/index.js';
import { type AnsweredConcern, answersByUnit, askedOf } from './asked.js';
import { type Marker, markerFor, weave } from './marks.js';

/** All that somebody has to do, each thing once, and whom it concerns. */
export type PageRows = Pick<PageData, 'rows' | 'duties' | 'units'>;

/**
 * The rows of a task book: its tasks in their order, then what only the body asks for.
 *
 * @param further answers besides those of the roll-up, and after them
 */
export function rowsOf(
  book: TaskBook,
  rollUp: RollUp | null,
  further: readonly AnsweredQuestion[],
): PageRows & { readonly marker: Marker } {
  const concernsOf = concernFinder(book);
  const names = [...book.units, ...book.groups].map(({ name }) => name);
  const found = names.map((name) => ({ name, concerns: concernsOf(name) }));
  const concerned = found.filter(({ concerns }) => concerns.length > 0);
  const marker = markerFor(book, new Set(concerned.map(({ name }) => name)));
  const reports = reportsOf(rollUp);

  const rows = book.tasks.map(
    (task): PageRow => ({
      ...pageRow(rowOf(book, task), reports.get(task.id) ?? []),
      tableIndex: book.tables.indexOf(tableOf(book, task)),
      goal: goalPieces({ text: task.goal, at: task.goalAt }, [task], marker),
      lead: whoPieces(book, task, 'lead', marker),
      responsible: whoPieces(book, task, 'responsible', marker),
      places: task.places,
    }),
  );
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
    const { measure, sentences } = concern;
    const goal = goalPieces(joinPassages(sentences, measure.at), sentences, marker);
    return rows.push({ ...pageRow(row, reports.get(row.id) ?? []), goal }) - 1;
  };

  const duties = new Map<string, { readonly place: number; readonly duty: PageDuty }>();
  const dutyPlace = ({ part, duties: said }: AnsweredConcern): number => {
    const roles = said.map(({ role, degree }) => ({ role, degree }));
    const duty = { part, words: dutyWords(said), roles };
    const key = JSON.stringify(duty);
    const known = duties.get(key) ?? { place: duties.size, duty };
    duties.set(key, known);
    return known.place;
  };

  const answers = answersByUnit([...(rollUp?.answers ?? []), ...further]);
  const units = concerned.map(({ name, concerns: all }): PageUnit => {
    const { concerns, asked } = askedOf(all, rowPlace, answers.get(name));
    const { kind, names: others, groups, hosts, members } = identityOf(book, name);
    return {
      name,
      kind,
      names: [...others],
      groups: [...groups],
      hosts: hosts.map(({ office }) => office),
      ...(members === undefined ? {} : { members: members && [...members] }),
      concerns: concerns.map((concern) => [concern.place, dutyPlace(concern)]),
      ...(asked && { asked }),
    };
  });
  return { rows, duties: Array.from(duties.values(), ({ duty }) => duty), units, marker };
}

/** A row in words; of what only the body asks for, which stands in no table. */
function pageRow(row: TaskRow, reports: readonly PageReport[]): PageRow {
  const { id, number, name, category, flags } = row;
  return {
    id,
    tableIndex: null,
    section: category.section,
    number,
    name,
    goal: [],
    indicators: row.indicators.map(indicatorWords),
    times: timeWords(row),
    deliverables: row.deliverables.map(({ kind, text }) => ({ kind, text })),
    lead: [],
    responsible: [],
    measures: row.measures,
    places: [],
    remark: remarkWords(row),
    flags: flags.map((flag) => FLAG_WORDS[flag]),
    at: placeText(row.at),
    reports: [...reports],
  };
}

/** What is to be done, with figures, times and units marked. */
function goalPieces(goal: Passage, asked: Parameters<Marker['demands']>[1], marker: Marker): PagePiece[] {
  return weave(goal.text, [...marker.demands(goal, asked), ...marker.units(goal.text)]);
}

/** Who has a task in a role, as printed; that they were taken from the row above is no part of a name. */
function whoPieces(book: TaskBook, task: Task, role: Role, marker: Marker): PagePiece[] {
  const cells = unitCells(book, task, role);
  const printed =
    cells.length > 0
      ? cells.flatMap((cell, i) => [
          ...(i > 0 ? ['\n'] : []),
          ...weave(cell.text, marker.who(cell, whoOf(task))),
        ])
      : task[role].flatMap((each, i) => [
          ...(i > 0 ? ['、'] : []),
          ...weave(each.text, marker.who(each, [each])),
        ]);
  return role === 'lead' && task.flags.includes('lead-inherited') ? [...printed, INFERRED_ABOVE] : printed;
}

/** What units report, by the id of the task; of two files of one unit the later one counts. */
function reportsOf(rollUp: RollUp | null): Map<string, PageReport[]> {
  if (!rollUp) return new Map();
  const { standings, on } = rollUp;
  const known = new Map(standings.map((each) => [`${each.unit}\n${each.id}`, each]));
  return new Map(
    rollUp.tasks.map(({ id, reports }) => {
      const last = Array.from(new Map(reports.map((report) => [report.unit, report])).values());
      return [id, last.map((report) => pageReport(report, known.get(`${report.unit}\n${id}`), on))];
    }),
  );
}

function pageReport(report: Report, standing: Standing | undefined, on: string | null): PageReport {
  const { unit, filled, notes } = report;
  return {
    unit,
    state: standing?.state ?? report.state,
    status: typedText(filled.status).trim(),
    movement: standing?.movement ?? null,
    since: standing?.since ?? null,
    days: (standing && latenessOf(standing, on)?.days) ?? null,
    filled: [
      ...entriesOf(report).map(([header, typed]): [string, string] => [header, typedText(typed)]),
      ...notes.map((note): [string, string] => [`批注（${notedHeader(note)}）`, note.text]),
    ],
  };
}
