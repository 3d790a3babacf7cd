// Laws of reading demands, tried on many texts.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDemands } from '../../src/demands/index.js';
import { runs } from '../support/runs.js';
import { seedBook } from '../support/seed.js';

const read = (text: string) => readDemands(text, { name: '某任务', year: 2026 });
const PARTS = ['indicators', 'frequencies', 'deadlines', 'deliverables', 'sites'] as const;

/** Bits of goals, put together in any order: most of it nonsense, all of it near to what is read. */
const WORDS = [
  ...'0123456789%‰，。；、（）“”《》：年月日前底次个处座万亿以上内',
  ...[
    '不低于',
    '不超过',
    '控制在',
    '较2023年',
    '同比',
    '下降',
    '增长',
    '分别',
    '每年',
    '每半年',
    '至少',
    '达到',
  ],
  ...[
    '覆盖率',
    '整改率',
    '新建',
    '改造',
    '完成',
    '制定',
    '清单',
    '机制',
    '方案',
    '修订',
    '贯通',
    '持续推进',
    '等',
  ],
  ...['十二', '两', '百分之', '公里', '个百分点', '第一季度', '6月底前', '全区', '其中', '的企业', '年度'],
];
const nonsense = fc.array(fc.constantFrom(...WORDS), { maxLength: 30 }).map((words) => words.join(''));

describe('reading demands', () => {
  it('is total, and each part’s text stands where its offsets say', () => {
    return fc.assert(
      fc.property(fc.oneof(nonsense, fc.string({ unit: 'grapheme', maxLength: 60 })), (text) => {
        const found = read(text);
        for (const part of PARTS) {
          for (const { start, end, ...each } of found[part]) {
            expect(0 <= start && start < end && end <= text.length).toBe(true);
            if (part === 'indicators' || part === 'frequencies' || part === 'deadlines') {
              expect(text.slice(start, end)).toBe(each.text);
            }
          }
        }
        for (const { values } of found.indicators) for (const value of values) expect(value).not.toBeNaN();
      }),
      { numRuns: runs(800) },
    );
  });

  it('reads no character as two things: a figure is no frequency and no date', () => {
    return fc.assert(
      fc.property(nonsense, (text) => {
        const { indicators, frequencies, deadlines } = read(text);
        const timed = [...frequencies.filter(({ times }) => times !== null), ...deadlines];
        const stretches = [...new Map(indicators.map((each) => [each.start, each])).values(), ...timed];
        const sorted = stretches.sort((a, b) => a.start - b.start);
        for (const [i, each] of sorted.entries()) {
          expect(each.start).toBeGreaterThanOrEqual(sorted[i - 1]?.end ?? 0);
        }
      }),
      { numRuns: runs(800) },
    );
  });

  it('loses no number in silence: each is in a figure, a time or a name, or told to be unread', () => {
    return fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 9999 }),
        fc.constantFrom('处', '颗', '丸', 'ml', ''),
        (number, unit) => {
          const text = `完成甲事${number}${unit}`;
          const { indicators, unread } = read(text);
          const at = text.indexOf(String(number));
          const known = [...indicators, ...unread].some(({ start, end }) => start <= at && end > at);
          // What is written together with Latin letters is a name: 5G.
          expect(known || unit === 'ml').toBe(true);
        },
      ),
    );
  });

  it('makes no difference of full and half width', () => {
    const wide = (text: string) =>
      text.replace(/[0-9%]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
    return seedBook().then((book) => {
      for (const { goal } of book.tasks) {
        const plain = (text: string) =>
          read(text).indicators.map(({ comparator, values, unit, change, start }) => ({
            comparator,
            values,
            unit: unit.normalize('NFKC'),
            change,
            start,
          }));
        expect(plain(wide(goal))).toEqual(plain(goal));
      }
    });
  });

  it('finds what is printed into a sentence, with its comparator, value and unit', () => {
    const subject = fc.constantFrom(
      '隐患整改率',
      '特种作业人员持证上岗率',
      '农村自来水普及率',
      '应急通道硬化率',
    );
    const compared = fc.constantFrom(
      ['不低于', '', '≥'],
      ['不超过', '', '≤'],
      ['低于', '', '<'],
      ['高于', '', '>'],
      ['达到', '', '≥'],
      ['', '以上', '≥'],
      ['控制在', '以内', '≤'],
      ['', '左右', '≈'],
      ['', '', '='],
    );
    const value = fc.oneof(
      fc.integer({ min: 0, max: 100 }),
      fc.integer({ min: 1, max: 999 }).map((n) => n / 10),
    );
    const sentence = fc.record({ subject, compared, value, unit: fc.constantFrom('%', '‰') });
    return fc.assert(
      fc.property(
        fc.uniqueArray(sentence, { minLength: 1, maxLength: 4, selector: (each) => each.subject }),
        (all) => {
          const text = `${all.map((each) => each.subject + each.compared[0] + each.value + each.unit + each.compared[1]).join('，')}。`;
          expect(
            read(text).indicators.map(({ subject: s, comparator, values, unit }) => [
              s,
              comparator,
              values,
              unit,
            ]),
          ).toEqual(all.map((each) => [each.subject, each.compared[2], [each.value], each.unit]));
        },
      ),
      { numRuns: runs(200) },
    );
  });

  it.each([
    ...[
      '1',
      '一',
      '每年1次',
      '3月1日前',
      '1个、',
      '（1个）',
      '制定清单、',
      '修订《',
      '较',
      '率1%、',
      '持续',
      '每',
      '“',
    ],
  ])('comes to an end with 10⁵ characters of %j', (bit) => {
    const { indicators } = read(bit.repeat(100_000 / bit.length));
    expect(indicators.length).toBeLessThanOrEqual(100_000);
  });
});
