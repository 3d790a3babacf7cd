// Every figure, time, site and deliverable of eleven notices, read by hand before the reader was written.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseNotice, type TaskBook } from '../../src/index.js';
import type { Demands } from '../../src/model/demands.js';
import { SEED } from '../support/seed.js';

const FIXTURES = new URL('../../fixtures/', import.meta.url);

type Read = Readonly<Record<string, unknown>>;
type Truth = Readonly<Record<'indicators' | 'frequencies' | 'deadlines' | 'works' | 'deliverables', Read[]>>;

/** What the task book has, in the form in which people wrote it down. */
function asRead(book: TaskBook): Truth {
  const owners = [
    ...book.tasks.map((task) => {
      const table = book.tables[task.table - 1];
      return { where: `${table?.number ?? table?.name} ${task.number}`, demands: task };
    }),
    ...book.chapters.flatMap(({ measures }) =>
      // A measure that is a task by itself is read as that task.
      measures
        .filter(
          ({ id }) =>
            !book.tasks.some((task) =>
              task.measures.some(({ measure, reason }) => measure === id && reason === 'stands-in'),
            ),
        )
        .flatMap(({ number, sentences }) => sentences.map((demands) => ({ where: number, demands }))),
    ),
  ];
  const all = (key: keyof Demands) =>
    owners.flatMap(({ where, demands }) => demands[key].map(({ at, ...each }): Read => ({ where, ...each })));
  const triples = (key: keyof Demands, ...fields: string[]) =>
    all(key).map((each) => ['where', ...fields].map((field) => each[field]) as unknown as Read);
  return {
    indicators: all('indicators'),
    frequencies: all('frequencies'),
    deadlines: all('deadlines').filter((deadline) => !('inferred' in deadline)),
    works: triples('sites', 'township', 'text'),
    deliverables: triples('deliverables', 'kind', 'text'),
  };
}

/** A library that a worker has loaded may order the keys of its own accord. */
const key = (read: Read) =>
  JSON.stringify(Array.isArray(read) ? read : Object.entries(read).sort(([a], [b]) => (a < b ? -1 : 1)));

const CASES = readdirSync(FIXTURES).filter((name) => existsSync(new URL(`${name}/figures.json`, FIXTURES)));

describe.each(CASES)('%s', async (name) => {
  const input = readdirSync(new URL(name, FIXTURES)).find((file) => file.startsWith('input.'));
  const source = input ? new URL(`${name}/${input}`, FIXTURES) : SEED;
  const { value: book } = await parseNotice(readFileSync(source), { name: 'notice' });
  const truth = JSON.parse(readFileSync(new URL(`${name}/figures.json`, FIXTURES), 'utf8')) as Truth;
  const read = asRead(book as TaskBook);

  it.each(Object.keys(truth) as (keyof Truth)[])('%s: all that is there, and nothing else', (kind) => {
    const wanted = truth[kind].map(key).sort();
    const found = read[kind].map(key).sort();
    expect({
      missed: wanted.filter((each) => !found.includes(each)),
      wrong: found.filter((each) => !wanted.includes(each)),
    }).toEqual({ missed: [], wrong: [] });
    expect(found).toEqual(wanted);
  });
});
