import { lateIn, ranked, totalMovements, totalOf } from '../collect/index.js';
import { measuresOf, namesIn, tableOf, tasksOf } from '../model/book.js';
import { targetsOf } from '../model/indicators.js';
import type {
  Counted,
  PageFigure,
  PageOverview,
  PageProgress,
  PageRow,
  Pair,
  UnitCounts,
} from '../model/page.js';
import type { RollUp } from '../model/roll-up.js';
import type { Task, TaskBook } from '../model/taskbook.js';
import { sheetless, tally } from '../sheets/index.js';
import type { PageRows } from './rows.js';

/** What a table is called whose figures units are judged by: 核心绩效指标, 考核目标. */
const JUDGED = /指标|绩效|考核/;

/** What a leader looks at first. */
export function overviewOf(book: TaskBook, { rows, units }: PageRows, rollUp: RollUp | null): PageOverview {
  const figures = book.tasks.flatMap((task, row) =>
    targetsOf(task.indicators).map(({ subject, text }): PageFigure => ({ row, subject, text })),
  );
  const judged = new Set(book.tables.filter(({ name }) => JUDGED.test(name)));
  const isJudged = ({ row }: PageFigure) => judged.has(tableOf(book, book.tasks[row] as Task));
  return {
    counts: countsOf(book, units.filter(({ kind }) => kind === 'unit').length),
    tables: book.tables.map((table) => ({
      name: table.name || table.title,
      count: tasksOf(book, table).length,
    })),
    units: unitCounts(book),
    pairs: pairsOf(book),
    judged: figures.filter(isJudged),
    figures: figures.filter((figure) => !isJudged(figure)),
    progress: rollUp && progressOf(rows, rollUp),
  };
}

function countsOf(book: TaskBook, units: number): Counted[] {
  const { tasks } = book;
  const spare = sheetless(book).size;
  const measures = measuresOf(book).length;
  const sum = (part: 'frequencies' | 'deliverables') =>
    tasks.reduce((count, task) => count + task[part].length, 0);
  return [
    { name: '项任务', count: tasks.length },
    { name: `个单位${spare > 0 ? `（其中 ${spare} 个办公室由承办单位填报）` : ''}`, count: units },
    { name: '条正文', count: measures },
    {
      name: '个量化指标',
      count: tasks.reduce((count, task) => count + targetsOf(task.indicators).length, 0),
    },
    { name: '处频次要求', count: sum('frequencies') },
    { name: '件成果', count: sum('deliverables') },
  ].filter(({ count }) => count > 0);
}

/** Units by how many tasks name them, the most first. */
function unitCounts(book: TaskBook): UnitCounts[] {
  return (
    tally(book)
      .filter(({ kind }) => kind === 'unit')
      // What units confirm is in no notice.
      .map(({ name, kind: _, ...parts }) => ({ name, parts: { ...parts, confirmed: 0 } }))
      .sort((a, b) => named(b) - named(a))
  );
}

function named({ parts }: UnitCounts): number {
  return parts.lead + parts.responsible;
}

/** Who leads, and who is responsible beside: each pair that tasks name, in the order of the notice. */
function pairsOf({ tasks }: TaskBook): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const task of tasks) {
    for (const lead of namesIn(task.lead)) {
      for (const responsible of namesIn(task.responsible)) {
        const key = JSON.stringify([lead, responsible]);
        pairs.set(key, { lead, responsible, count: (pairs.get(key)?.count ?? 0) + 1 });
      }
    }
  }
  return Array.from(pairs.values());
}

/** How far all is, as the roll-up counts it. */
function progressOf(rows: readonly PageRow[], rollUp: RollUp): PageProgress {
  const { units, months, since } = rollUp;
  return {
    units: ranked(units),
    total: totalOf(units),
    late: lateOf(rows, rollUp),
    months,
    since,
    moved: totalMovements(units),
  };
}

/** What units are late with; of a task that the book does not have, nothing can be shown. */
function lateOf(rows: readonly PageRow[], rollUp: RollUp): PageProgress['late'] {
  const placeOf = new Map(rows.map(({ id }, i) => [id, i]));
  return lateIn(rollUp).flatMap(({ unit, id, due, by, days }) => {
    const row = placeOf.get(id);
    const report = row === undefined ? undefined : rows[row]?.reports.find((each) => each.unit === unit);
    return row === undefined ? [] : [{ row, unit, due, by, days, report: report ?? null }];
  });
}
