// Figures and times of sentences in the genre, each judged by hand before it was read (fixtures/sentences/README.md).
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDeadline, readDemands } from '../../src/demands/index.js';
import { daysOf } from '../../src/index.js';
import { addTo } from '../../src/model/grouping.js';

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

/** The lines of each sentence, which have its number. */
function bySentence<Line extends { readonly number: string }>(lines: readonly Line[]): Map<string, Line[]> {
  const found = new Map<string, Line[]>();
  for (const line of lines) addTo(found, line.number, line);
  return found;
}

/** What is still read otherwise than by a person, by the number of the sentence. A line that comes right must go. */
const WRONG_FIGURES =
  '101 154 178 200 210 731 1211 1275 1289 1299 1348 1370 1509 1518 1519 1533 1536 1550 1552 1556 1599 1600 1607 1617 1710 1712 1726 1764 1818 1827 1855 1905 2026 2645 2941 2965 3224 3260 3276 3606 3640 4009 4020 4070 4637 5052 5112 5500 5510 6321 6714'.split(
    ' ',
  );
const WRONG_TIMES =
  '122 170 208 403 404 414 562 1291 1521 1545 1561 1569 1571 1600 1602 1749 1762 1865 1893 2568 2667 2707 2787 2809 3120 3122 3150 3175 3446 3460 3471 3805 4219 4226 4228 4416 4842 4862 4874 4881 4885 5222 5274 5275 5322 5341 5607 5713 6025 6036 6067 6104 6106 6107 6114 6120 6408 6414 6483 6518 6519 6864 6869 6884 6886 6893 7282 7296 7311 7320 7359 7360 7361 7535 7647 7703 7730 7731 7830 7835 7855 7856 7857 7899 7909 7916 7930'.split(
    ' ',
  );

// 7335, 7345, 2030: what their lines do not have and a person may read, too.
const WRONG_FREQUENCIES = '2030 3831 4439 6066 6854 7335 7345 7645 7721 7855'.split(' ');

describe('figures', () => {
  const lines = linesOf<'number' | 'sentence' | 'comparator' | 'values' | 'unit' | 'subject'>('figures.tsv');
  const sentences = Array.from(bySentence(lines), ([number, own]) => {
    const { indicators } = readDemands(own[0]?.sentence ?? '', { name: '某任务', year: 2026 });
    return { number, own, indicators };
  });

  it('are those that a person reads, but for the sentences that are known to be wrong', () => {
    const wrong = sentences.filter(({ own, indicators }) => {
      const wanted = own.filter(({ comparator }) => comparator !== '-');
      const found = indicators
        .filter(({ condition }) => !condition)
        .map(({ values, unit, comparator }) => ({
          figure: `${values} ${unit.replace('∶', ':')}`,
          comparator,
        }));
      const isRead = wanted.every(({ values, unit, comparator }) => {
        const figure = `${values} ${unit.replace('∶', ':')}`;
        const at = found.findIndex((each) => each.figure === figure && comparator.includes(each.comparator));
        if (at >= 0) found.splice(at, 1);
        // ≥ -: that it is no figure of the task is as defensible.
        return at >= 0 || comparator.includes('-');
      });
      return !isRead || found.length > 0;
    });
    expect(wrong.map(({ number }) => number)).toEqual(WRONG_FIGURES);
  });

  it('measure what a person says, in most sentences word for word', () => {
    const named = sentences.flatMap(({ own, indicators }) => {
      const subjects = indicators.flatMap(({ scope = '', subject }) =>
        [subject, scope + subject].map((each) => each.replace(/\s/g, '')),
      );
      return own
        .filter(({ comparator }) => comparator !== '-')
        .map(({ subject }) => subjects.includes(subject.replace(/\s/g, '')));
    });
    expect(named.filter((is) => is).length / named.length).toBeGreaterThan(0.89);
  });
});

describe('times', () => {
  const lines = linesOf<'number' | 'where' | 'year' | 'issued' | 'text' | 'kind' | 'from' | 'by' | 'words'>(
    'times.tsv',
  );

  const readAs = (own: typeof lines) => {
    const [{ where, text, year, issued } = { where: '', text: '', year: '', issued: '' }] = own;
    const found =
      where === 'column'
        ? readDeadline(text, { year: Number(year), issued })
        : readDemands(text, { name: '某任务', year: Number(year), issued }).deadlines;
    return found.map((each) => ({ kind: each.kind, ...daysOf(each) }));
  };
  const sentences = Array.from(bySentence(lines), ([number, own]) => ({ number, own, read: readAs(own) }));

  it('are those that a person reads, but for the sentences that are known to be wrong', () => {
    const wrong = sentences.filter(({ own, read }) => {
      // In a column of times, how often something is to be done is when it is due.
      const wanted = own
        .filter(({ kind, where }) => kind !== 'none' && (kind !== 'frequency' || where === 'column'))
        .map((line) => ({ ...line, kind: line.kind === 'frequency' ? 'recurring' : line.kind }));
      const said = read.map(({ kind, from = '', by = '' }) => `${kind} ${from} ${by}`);
      return (
        said.sort().join('\n') !==
        wanted
          .map(({ kind, from, by }) => `${kind} ${from} ${by}`)
          .sort()
          .join('\n')
      );
    });
    expect(wrong.map(({ number }) => number)).toEqual(WRONG_TIMES);
  });

  it('have no day that a person does not read', () => {
    const wrong = sentences.filter(({ own, read }) => {
      const days = own.flatMap(({ from, by }) => [from, by]);
      return read.some(({ from = '', by = '' }) => !days.includes(from) || !days.includes(by));
    });
    // 2014年前, 2020年前: its end or the day before it begins, and flagged.
    // 3年内 of what is newly infected: reckoned from the day of issue, and flagged.
    // 用4个月时间 reckoned from the day of issue; 2019年以前: its end, flagged.
    // 5月21日前后: that day, and flagged.
    // 从11月1日开始，2023年3月31日前完成: each by itself. 11月总结, in a column: the month, and not its end.
    expect(wrong.map(({ number }) => number)).toEqual('1865 3460 3805 4226 4228 6483 6518 7320'.split(' '));
  });
});

describe('frequencies', () => {
  const lines = linesOf<'number' | 'where' | 'year' | 'issued' | 'text' | 'kind' | 'words'>('times.tsv');

  /** Where the words of a line stand in its sentence; what a line says in other words begins as the sentence does. */
  const placesOf = (own: typeof lines) => {
    const last = new Map<string, number>();
    return own.map(({ text, words, kind }) => {
      const said = text.includes(words) ? words : words.slice(0, 2);
      const start = text.indexOf(said, last.get(said) ?? 0);
      last.set(said, start + said.length);
      return { kind, start, end: start + said.length };
    });
  };

  it('are those that a person reads, but for the sentences that are known to be wrong', () => {
    const wrong = Array.from(bySentence(lines.filter(({ where }) => where === 'text'))).filter(([, own]) => {
      const [{ text, year, issued } = { text: '', year: '', issued: '' }] = own;
      const { frequencies } = readDemands(text, { name: '某任务', year: Number(year), issued });
      const places = placesOf(own);
      const meets = (a: { start: number; end: number }, b: { start: number; end: number }) =>
        a.start < b.end && b.start < a.end;
      return (
        places.some((each) => each.kind === 'frequency' && !frequencies.some((read) => meets(read, each))) ||
        // 每学期开学前组织一次 stands in the truth as what comes again.
        frequencies.some((read) => !places.some((each) => meets(read, each)))
      );
    });
    expect(wrong.map(([number]) => number)).toEqual(WRONG_FREQUENCIES);
  });
});
