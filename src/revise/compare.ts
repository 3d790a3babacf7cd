import type { Passage } from '../model/passage.js';
import type { Field, Revision } from '../model/revision.js';
import type { TaskBook } from '../model/taskbook.js';
import { REVISION_SCHEMA } from '../model/version.js';
import { measureChanges } from './measures.js';
import { fieldChange } from './segments.js';
import { tableChanges, tablePairs } from './tables.js';
import { taskChanges, taskPairs } from './tasks.js';

/** Paragraphs as one text. */
const joined = (passages: readonly Passage[]) => passages.map(({ text }) => text).join('\n');

/** The letterhead and what else is neither measure nor task: which field it is, and its text. */
const HEAD: readonly (readonly [Field, (book: TaskBook) => string])[] = [
  ['masthead', ({ notice }) => notice.masthead.join('\n')],
  ['number', ({ notice }) => notice.number ?? ''],
  ['title', ({ notice }) => notice.title ?? ''],
  ['addressees', ({ notice }) => notice.addressees.join('，')],
  ['letter', ({ notice }) => joined(notice.letter)],
  ['issuer', ({ notice }) => notice.issuer.join('\n')],
  ['date', ({ notice }) => notice.date ?? ''],
  ['publicity', ({ notice }) => notice.publicity ?? ''],
  ['document-title', ({ notice }) => notice.documentTitle ?? ''],
  ['preamble', ({ notice }) => joined(notice.preamble)],
  [
    'appendices',
    ({ notice }) =>
      notice.appendices
        .map(({ label, title, text }) => [label, title ?? '', joined(text)].join('\n'))
        .join('\n'),
  ],
  ['colophon', ({ notice }) => notice.colophon.join('\n')],
  [
    'other-tables',
    ({ otherTables }) =>
      otherTables
        .map(({ title, rows }) => [title, ...rows.map((cells) => cells.join('\t'))].join('\n'))
        .join('\n'),
  ],
];

/**
 * What is not the same in two editions of a notice. Printed numbers and places in the file do not count:
 * a row that is merely one further down is the same.
 *
 * @returns changes in the order of the new edition, what was taken out where it stood
 */
export function compareBooks(before: TaskBook, after: TaskBook): Revision {
  const pairs = taskPairs(before, after);
  const tables = tablePairs(before, after, pairs);
  const tasks = taskChanges(before, after, pairs, tables);
  return {
    schema: REVISION_SCHEMA,
    before: headOf(before),
    after: headOf(after),
    head: HEAD.flatMap(([field, textOf]) => fieldChange(field, textOf(before), textOf(after))),
    measures: measureChanges(before, after),
    tables: tableChanges(before, after, tables),
    tasks,
    kept: pairs.length - tasks.filter((task) => task.before && task.after).length,
  };
}

function headOf({ notice: { number, title, date }, source, tasks }: TaskBook): Revision['before'] {
  return { number, title, date, source: source.name, tasks: tasks.length };
}
