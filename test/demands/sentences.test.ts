// Figures and times of sentences in the genre, each judged by hand before it was read (fixtures/sentences/README.md).
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDeadline, readDemands } from '../../src/demands/index.js';
import { daysOf } from '../../src/index.js';

const FOLDER = new URL('../../fixtures/sentences/', import.meta.url);

/** The lines of a table under its first one, by its headers. */
function linesOf<Column extends string>(file: string): Record<Column, string>[] {
  const [head = '', ...lines] = readFileSync(new URL(file, FOLDER), 'utf8').trimEnd().split('\n');
  const columns = head.split('\t') as Column[];
  return lines.map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? ''])) as Record<Column, string>;
  });
}

/** What is still read otherwise than by a person, by the number of the sentence. A line that comes right must go. */
const WRONG_FIGURES = '44 89 101 154 178 194 200 209 210 224'.split(' ');
const WRONG_TIMES = (
  '27 30 31 32 33 53 71 77 78 100 101 108 122 123 ' +
  // Reckoned from the date of the notice, which the reader does not know: no day is told.
  '130 131 132 133 134 135 136 137 138 139 143 147 148 149 150 151 152 153 ' +
  '170 194 206 207 208 220 235 236 237'
).split(' ');

describe('figures', () => {
  const lines = linesOf<'number' | 'sentence' | 'comparator' | 'values' | 'unit' | 'subject'>('figures.tsv');
  const numbers = Array.from(new Set(lines.map(({ number }) => number)));

  it('are those that a person reads, but for the sentences that are known to be wrong', () => {
    const wrong = numbers.filter((number) => {
      const own = lines.filter((line) => line.number === number);
      const wanted = own.filter(({ comparator }) => comparator !== '-');
      const { indicators } = readDemands(own[0]?.sentence ?? '', { name: '某任务', year: 2026 });
      const found = indicators
        .filter(({ condition }) => !condition)
        .map(({ values, unit, comparator }) => ({
          figure: `${values} ${unit.replace('∶', ':')}`,
          comparator,
        }));
      const isRead = wanted.every(({ values, unit, comparator }) => {
        const figure = `${values} ${unit.replace('1:', ':')}`;
        const at = found.findIndex((each) => each.figure === figure && comparator.includes(each.comparator));
        if (at >= 0) found.splice(at, 1);
        return at >= 0;
      });
      return !isRead || found.length > 0;
    });
    expect(wrong).toEqual(WRONG_FIGURES);
  });

  it('measure what a person says, in most sentences word for word', () => {
    const named = numbers.flatMap((number) => {
      const own = lines.filter((line) => line.number === number);
      const { indicators } = readDemands(own[0]?.sentence ?? '', { name: '某任务', year: 2026 });
      const subjects = indicators.map(({ subject }) => subject.replace(/\s/g, ''));
      return own
        .filter(({ comparator }) => comparator !== '-')
        .map(({ subject }) => subjects.includes(subject.replace(/\s/g, '')));
    });
    expect(named.filter((is) => is).length / named.length).toBeGreaterThan(0.83);
  });
});

describe('times', () => {
  const lines = linesOf<'number' | 'where' | 'year' | 'text' | 'kind' | 'from' | 'by' | 'words'>('times.tsv');
  const numbers = Array.from(new Set(lines.map(({ number }) => number)));

  const readAs = (own: typeof lines) => {
    const [{ where, text, year } = { where: '', text: '', year: '' }] = own;
    const found =
      where === 'column'
        ? readDeadline(text, Number(year))
        : readDemands(text, { name: '某任务', year: Number(year) }).deadlines;
    return found.map((each) => ({ kind: each.kind, ...daysOf(each) }));
  };

  it('are those that a person reads, but for the sentences that are known to be wrong', () => {
    const wrong = numbers.filter((number) => {
      const own = lines.filter((line) => line.number === number);
      const wanted = own.filter(({ kind }) => kind !== 'none' && kind !== 'frequency');
      const said = readAs(own).map(({ kind, from = '', by = '' }) => `${kind} ${from} ${by}`);
      return (
        said.sort().join('\n') !==
        wanted
          .map(({ kind, from, by }) => `${kind} ${from} ${by}`)
          .sort()
          .join('\n')
      );
    });
    expect(wrong).toEqual(WRONG_TIMES);
  });

  it('have no day that a person does not read, but for what is known', () => {
    const wrong = numbers.filter((number) => {
      const own = lines.filter((line) => line.number === number);
      const days = own.flatMap(({ from, by }) => [from, by]);
      return readAs(own).some(({ from = '', by = '' }) => !days.includes(from) || !days.includes(by));
    });
    // 全年 and 至2026年底 without a first day; 明年 in a notice of the year before the one that it plans for.
    expect(wrong).toEqual(['53', '77', '100', '123', '220']);
  });
});
