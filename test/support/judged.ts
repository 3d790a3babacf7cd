// What a person judged of notices with measures and tables, and how far the rules come to the same.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { checkBook, parseNotice, type Task, type TaskBook } from '../../src/index.js';
import { saySame } from '../../src/links/phrases.js';
import { pairUp } from '../../src/revise/match.js';
import { SEED } from './seed.js';

const FIXTURES = new URL('../../fixtures/', import.meta.url);

/** How the rules fared on one notice: what they found that is right, what is not, and what they did not find. */
export interface Score {
  readonly notice: string;
  readonly right: number;
  readonly wrong: readonly string[];
  readonly missed: readonly string[];
  /** Near misses that a person wrote down, and how many of them the rules left alone. */
  readonly nearMisses: { readonly all: number; readonly left: number };
}

/** The share of what was found that is right, and of what is right that was found. */
export function precisionOf({ right, wrong }: Score): number {
  return right / Math.max(1, right + wrong.length);
}

export function recallOf({ right, missed }: Score): number {
  return right / Math.max(1, right + missed.length);
}

/** All notices as one. */
export function total(scores: readonly Score[]): Score {
  const sum = (count: (score: Score) => number) => scores.reduce((all, score) => all + count(score), 0);
  return {
    notice: 'all',
    right: sum(({ right }) => right),
    wrong: scores.flatMap(({ notice, wrong }) => wrong.map((each) => `${notice} ${each}`)),
    missed: scores.flatMap(({ notice, missed }) => missed.map((each) => `${notice} ${each}`)),
    nearMisses: {
      all: sum(({ nearMisses }) => nearMisses.all),
      left: sum(({ nearMisses }) => nearMisses.left),
    },
  };
}

/** Links of tasks to measures: `links.tsv` has every one that a person makes; another one is wrong. */
export const scoreLinks = () =>
  scored('links.tsv', 'carries', (book) =>
    book.tasks.flatMap((task) =>
      task.measures
        .filter(({ reason }) => reason !== 'stands-in')
        .map(({ measure }) => `${rowOf(book, task)} ${measure}`),
    ),
  );

/** Differences between body and table: of the pairs in `differs.tsv`, those that are told. */
export const scoreDifferences = () =>
  scored('differs.tsv', 'differs', (book, judged) => {
    const told = checkBook(book).flatMap((each) => (each.code === 'body-differs' ? [each.args] : []));
    return judged
      .filter(([, , body = '', table = '']) =>
        told.some(({ clause, words }) => clause === table && words === body),
      )
      .map(keyOf);
  });

/** Clauses of a goal and of a measure, which all stand under one thing: whether they say the same. */
export const scoreClauses = () =>
  scored('differs.tsv', 'same|differs', (_, judged) =>
    judged.filter(([, , body = '', table = '']) => saySame(table, body)).map(keyOf),
  );

/** What is the same in a notice and in the next edition that a person made of some of its rows. */
export const scoreMatches = () =>
  scored('revised.tsv', undefined, (book, revised) => {
    const before = book.tasks.map((task) => ({
      id: task.id,
      group: book.tables[task.table - 1]?.name ?? '',
      name: task.name,
      text: task.goal,
      units: task.lead.map(({ text }) => text).join('、'),
    }));
    const after = revised.map(([, , group = '', name = '', text = '', units = ''], i) => ({
      id: `after ${i}`,
      group,
      name,
      text,
      units,
    }));
    return pairUp(before, after).map(([was, now]) => {
      const task = book.tasks[was];
      const [, , , name, text] = revised[now] ?? [];
      return `${task ? rowOf(book, task) : ''} ${name} ${text}`;
    });
  });

/** Words of a higher level in the notice's own tasks: of those in `levels.tsv`, the ones that are told. */
export const scoreLevels = () =>
  scored('levels.tsv', 'told', (book, judged) => {
    const told = checkBook(book).flatMap((each) => (each.code === 'level-mixed' ? each.args.excerpt : []));
    return judged
      .filter(([, , words = '']) => told.some((each) => each !== '' && words.includes(each)))
      .map(keyOf);
  });

type Row = readonly string[];

/** A row of the table's number, the task's number and what is judged of them, as one text. */
const keyOf = (row: Row) => row.slice(0, row.length === 5 ? 3 : 4).join(' ');
const rowOf = ({ tables }: TaskBook, { table, number }: Task) =>
  `${tables[table - 1]?.number ?? '—'} ${number}`;

function rowsOf(notice: string, file: string): Row[] {
  const [, ...rows] = readFileSync(new URL(`${notice}/${file}`, FIXTURES), 'utf8')
    .trimEnd()
    .split('\n');
  return rows.map((row) => row.split('\t'));
}

async function scored(
  file: string,
  verdict: string | undefined,
  find: (book: TaskBook, judged: readonly Row[]) => readonly string[],
): Promise<Score[]> {
  const notices = readdirSync(FIXTURES).filter((name) => existsSync(new URL(`${name}/${file}`, FIXTURES)));
  return Promise.all(
    notices.map(async (notice) => {
      const judged = rowsOf(notice, file);
      const found = new Set(find(await bookOf(notice), judged));
      const isRight = (row: Row) =>
        verdict === undefined ? row[1] !== '—' : verdict.split('|').includes(row.at(-2) ?? '');
      const key =
        verdict === undefined
          ? ([table, row, , name, text]: Row) => [table, row, name, text].join(' ')
          : keyOf;
      const wanted = new Set(judged.filter(isRight).map(key));
      const others = judged.filter((row) => !isRight(row)).map(key);
      return {
        notice,
        right: [...wanted].filter((each) => found.has(each)).length,
        wrong: [...found].filter((each) => !wanted.has(each)),
        missed: [...wanted].filter((each) => !found.has(each)),
        nearMisses: { all: others.length, left: others.filter((each) => !found.has(each)).length },
      };
    }),
  );
}

async function bookOf(notice: string): Promise<TaskBook> {
  const input = readdirSync(new URL(notice, FIXTURES)).find((file) => file.startsWith('input.'));
  const source = input ? new URL(`${notice}/${input}`, FIXTURES) : SEED;
  const { value, diagnostics } = await parseNotice(readFileSync(source), { name: input ?? 'input.txt' });
  if (!value) throw new Error(JSON.stringify(diagnostics));
  return value;
}
