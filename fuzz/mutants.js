// Mutants of the real notice: the seed with one random edit each. None may lose or change a task in silence: what the
// edit touched may read otherwise, anything else must be as it was, or be told.
//
//   node fuzz/mutants.js [count [seed [notice]]]
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parseNotice } from '../dist/index.js';

const [count = 10_000, seed = 1] = process.argv.slice(2, 4).map(Number);
const notice = process.argv[4] ?? new URL('../seeds/wulong-2025-1.txt', import.meta.url);
const source = readFileSync(notice, 'utf8');
const lines = source.split('\n');

/** Each way to spoil a notice: what becomes of its lines from `at` on, and how many of them are touched. */
const EDITS = {
  cut: (text, at) => text.toSpliced(at, 1),
  double: (text, at) => text.toSpliced(at, 0, text[at]),
  swap: (text, at) => text.toSpliced(at, 2, text[at + 1] ?? '', text[at]),
  blank: (text, at) => text.with(at, ''),
  join: (text, at) => text.toSpliced(at, 2, text[at] + (text[at + 1] ?? '')),
  split: (text, at, within) => text.toSpliced(at, 1, ...halves(text[at], within)),
  untab: (text, at) => text.with(at, text[at].replace('\t', '')),
  tab: (text, at) => text.with(at, `\t${text[at]}`),
  drop: (text, at, within) => text.with(at, without(text[at], within)),
  insert: (text, at, within, mark) => text.with(at, withMark(text[at], within, mark)),
};
const MARKS = [
  '、',
  '，',
  '。',
  ' ',
  '\t',
  '（',
  '）',
  '“',
  '|',
  '一、',
  '（一）',
  '附件',
  '1',
  '牵头',
  '等',
  '和',
  '\u200b',
  '\r',
];

const halves = (line, within) => [line.slice(0, cutAt(line, within)), line.slice(cutAt(line, within))];
const without = (line, within) => line.slice(0, cutAt(line, within)) + line.slice(cutAt(line, within) + 1);
const withMark = (line, within, mark) => halves(line, within).join(mark);
const cutAt = (line, within) => Math.floor(within * line.length);

const mutant = fc.record({
  edit: fc.constantFrom(...Object.keys(EDITS)),
  at: fc.nat({ max: lines.length - 1 }),
  within: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  mark: fc.constantFrom(...MARKS),
});

/** What a clerk reads of a task: everything but its id and its places. */
const said = ({ table, number, name, goal, lead, responsible, remark }) =>
  JSON.stringify([table, number, name, goal, texts(lead), texts(responsible), remark]);
const texts = (assignments) => assignments.map(({ text }) => text);
const lineOf = (at) => at.line;
const told = ({ code, args, at }) => `${code} ${at?.file} ${JSON.stringify(args)}`;

/** Infos that say that a table was read otherwise. */
const TELLS = new Set(['header-repeated', 'column-other', 'table-continued']);

const { value: whole, diagnostics: known } = await parseNotice(Buffer.from(source), { name: 'n.txt' });
const before = whole.tasks.map((task) => ({
  said: said(task),
  table: task.table,
  line: lineOf(task.at),
}));
/** Whoever edits a table's heading or header edits what all of its rows say. */
for (const task of before) {
  task.first = before.find(({ table }) => table === task.table).line;
  task.heading = lineOf(whole.tables[task.table - 1].at) - 2;
}
const ends = before.map(({ line }, i) => before[i + 1]?.line ?? line + 10);
const usual = new Set(known.map(told));

const counts = {
  refused: 0,
  'refused without a place': 0,
  same: 0,
  'only what was touched': 0,
  told: 0,
  flagged: 0,
  silent: 0,
};
const silent = [];
for (const { edit, at, within, mark } of fc.sample(mutant, { numRuns: count, seed })) {
  const text = EDITS[edit](lines, at, within, mark).join('\n');
  const { value, diagnostics } = await parseNotice(Buffer.from(text), { name: 'n.txt' });
  if (!value) {
    counts[diagnostics.some(({ at }) => at?.line !== undefined) ? 'refused' : 'refused without a place']++;
    continue;
  }
  const after = new Map();
  for (const task of value.tasks) after.set(said(task), (after.get(said(task)) ?? 0) + 1);
  const changed = before.filter((task) => {
    const left = after.get(task.said) ?? 0;
    after.set(task.said, left - 1);
    return left === 0;
  });
  // The row that the edit is in, and those that it touches.
  const isTouched = (task) => {
    const i = before.indexOf(task);
    const inRow = at + 2 >= task.line - 1 && at + 1 <= ends[i] + 1;
    return inRow || (at + 2 >= task.heading && at + 1 <= task.first);
  };
  const far = changed.filter((task) => !isTouched(task));
  const news = diagnostics.filter((each) => !usual.has(told(each)));
  if (changed.length === 0 && value.tasks.length === before.length) counts.same++;
  else if (news.some(({ severity, code }) => severity !== 'info' || TELLS.has(code))) counts.told++;
  else if (far.length === 0 && value.tasks.length >= before.length) counts['only what was touched']++;
  // A name that moved is taken by the empty cells below it: a flag on each record, and a line of its own.
  else if (
    value.tasks.length >= before.length &&
    news.filter(({ code }) => /-inherited$/.test(code)).length >= far.length
  )
    counts.flagged++;
  else {
    counts.silent++;
    silent.push(
      `${edit} line ${at + 1} ${JSON.stringify(lines[at].slice(0, 30))} ${edit === 'insert' ? JSON.stringify(mark) : ''}: ${value.tasks.length} tasks, changed elsewhere: ${far.length}, news: ${news.map(({ code }) => code)}`,
    );
  }
}
console.table(counts);
for (const line of silent.slice(0, 40)) console.log(line);
process.exitCode = silent.length > 0 ? 1 : 0;
