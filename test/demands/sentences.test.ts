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
  '101 154 178 200 209 210 396 402 412 731 738 764 938 1211 1275 1289 1327 1348 1359 1370 1509 1518 1519 1533 1536 1537 1545 1550 1552 1556 1599 1600 1607 1617 1622 1710 1712 1713 1726 1764 1818 1826 1827 1847 1855 1895 1905 1906 2026 2517 2645 2789 2794 2923 2925 2941 2965 3224 3260 3276 3606 3640 4009 4014 4020 4038 4045 4051 4070 4627 4637 4664 4667 4671 4681 5052 5088 5112 5113 5114 5116 5119 5121 5408 5437 5438 5443 5450 5464 5468 5493 5500 5504 5510 5514 5517 5523 5524 5825 5885 5891 5892 5902 5920 5924 5930 6207 6227 6244 6260 6262 6272 6294 6321 6324 6325 6326 6603 6633 6653 6681 6690 6693 6704 6705 6706 6708 6710 6714 6716 6723 6733 6738'.split(
    ' ',
  );
const WRONG_TIMES =
  '122 170 208 342 403 404 414 562 709 712 1291 1521 1545 1561 1569 1571 1578 1600 1602 1749 1762 1865 1893 2568 2667 2707 2787 2809 3120 3122 3150 3175 3444 3446 3460 3471 3805 4219 4226 4228 4229 4256 4270 4416 4429 4454 4455 4463 4466 4476 4806 4825 4842 4862 4874 4877 4881 4885 4894 5203 5222 5249 5260 5274 5275 5282 5293 5295 5312 5322 5326 5336 5341 5605 5607 5614 5624 5627 5639 5640 5646 5660 5662 5667 5673 5711 5712 5713 5716 5732 6019 6025 6036 6039 6056 6059 6067 6074 6088 6099 6104 6106 6107 6114 6118 6120 6405 6408 6414 6461 6476 6479 6483 6486 6487 6492 6515 6516 6517 6518 6519 6805 6808 6811 6815 6816 6825 6833 6841 6844 6852 6854 6857 6858 6861 6864 6867 6868 6869 6880 6881 6884 6886 6887 6888 6893 6897 6900 6902 6905 6907 6913 6914 6916'.split(
    ' ',
  );

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
        return at >= 0;
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
    // 6月7日至8日高考期间: the days, and the event once more, without one.
    // 2014年前, 2020年前: its end or the day before it begins, and flagged.
    // 3年内 of what is newly infected: reckoned from the day of issue, and flagged.
    // 用4个月时间 reckoned from the day of issue; 2019年以前: its end, flagged; 2019年至2021年，持续: without an end, too.
    // 8月中下旬, 下半年: its end alone, the one flagged. 9月上旬: its last day alone. 4月1日开始，6月底截止: each by itself.
    // 从1月开始，用一年左右时间: reckoned from the day of issue, and flagged.
    // 实行，暂定为期10年; 开幕，为期三天: without how long. 22日至28日“中国水周”期间: once more as an event. 上半年报名截止2月10日: its end, too.
    expect(wrong.map(({ number }) => number)).toEqual(
      '709 1865 3460 3805 4226 4228 4256 4466 5295 5614 5639 5646 6074 6088 6114 6118 6479 6483 6487 6517 6518 6841 6852 6881 6884'.split(
        ' ',
      ),
    );
  });
});
