// A large pattern is tried only where a sign of it stands: whatever it finds in any fixture has that sign.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { A_MONTH, TIME_RULES } from '../../src/demands/times/index.js';
import { GROUP_RULES } from '../../src/units/groups.js';
import { MAY_LABEL_TIME, MAY_SAY_WHEN, TIME_IN_CLAUSE, TIME_LABEL } from '../../src/words/calendar.js';
import { holds, matchAt } from '../../src/words/match.js';
import { ORGANS } from '../../src/words/organs.js';
import { MAY_BE_OF_AN_OFFICE, OF_AN_OFFICE } from '../../src/words/people.js';
import { ANY_PART, IS_LABEL, isLabelOf, MAY_BE_LABEL, verbsOf } from '../../src/words/role-words.js';

const FOLDER = 'fixtures/clauses';
const LINES = [
  ...readdirSync(FOLDER).filter((name) => name.endsWith('.txt')),
  ...['../sentences/times.tsv', '../sentences/figures.tsv'],
].flatMap((name) => readFileSync(`${FOLDER}/${name}`, 'utf8').split('\n'));

const PARTS = (['lead', 'responsible', 'supervising', 'shared'] as const).flatMap((role) => [
  verbsOf(role),
  isLabelOf(role) ?? verbsOf(role),
]);

it.each([
  ['a time', TIME_IN_CLAUSE, MAY_SAY_WHEN],
  ['a label of a time', TIME_LABEL, MAY_LABEL_TIME],
  ['a word of a part', PARTS.join('|'), ANY_PART],
  ['what says that somebody has a part', IS_LABEL, MAY_BE_LABEL],
  ['somebody of an office', OF_AN_OFFICE, MAY_BE_OF_AN_OFFICE.source],
])('%s has its sign', (_, pattern, sign) => {
  const [whole, has] = [new RegExp(pattern, 'g'), new RegExp(sign)];
  const found = LINES.flatMap((line) => Array.from(line.matchAll(whole), ([text]) => text));
  expect(found.length).toBeGreaterThan(20);
  expect(found.filter((text) => !has.test(text))).toEqual([]);
});

it('a time of a month by its number stands where such a month does', () => {
  const rules = TIME_RULES.filter(({ month }) => month);
  const found = LINES.filter((line) => rules.some(({ pattern }) => line.search(pattern) >= 0));
  expect(found.length).toBeGreaterThan(100);
  expect(found.filter((line) => !A_MONTH.test(line))).toEqual([]);
});

it('what a rule of times finds has the sign without which it is not tried', () => {
  const signed = TIME_RULES.flatMap(({ pattern, has }) => (has === undefined ? [] : [{ pattern, has }]));
  const lost = signed.flatMap(({ pattern, has }) =>
    LINES.filter((line) => line.search(pattern) >= 0 && !holds(line, has)).map((line) => ({ has, line })),
  );
  expect(signed.length).toBeGreaterThan(100);
  expect(lost).toEqual([]);
});

it('a group begins as its rule says', () => {
  // As they are, and of every trade that there is.
  const trades = ORGANS.flatMap(({ names }) => names);
  const lists = trades.map((name, i) => `各省级${name}管理、${trades.at(-i)}主管和${trades[0]}行政部门`);
  const others = trades.map((name) => `市、县（区）${name}部门`);
  const found = GROUP_RULES.flatMap(({ begins, pattern }) =>
    begins === undefined
      ? []
      : [...LINES, ...lists, ...others].flatMap((line) =>
          Array.from(line.matchAll(new RegExp(pattern.source, 'g')), ({ 0: text, index }) => ({
            text,
            isSeen: matchAt(begins, line, index) !== undefined,
          })),
        ),
  );
  expect(found.length).toBeGreaterThan(trades.length);
  expect(found.filter(({ isSeen }) => !isSeen)).toEqual([]);
});
