import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '../../src/model/place.js';
import { stretchesOf } from '../../src/model/stretches.js';

interface Thing {
  readonly spans: readonly Span[];
}

const span = fc.tuple(fc.nat(30), fc.nat(8)).map(([start, length]): Span => [start, start + length]);
const things = fc.array(fc.record({ spans: fc.array(span, { maxLength: 3 }) }), { maxLength: 8 });
const have = (all: readonly Thing[], has: (span: Span) => boolean) =>
  all.filter(({ spans }) => spans.some(has));
const sorted = (all: readonly Thing[], found: readonly Thing[]) => all.filter((each) => found.includes(each));

describe('stretches', () => {
  it('are found over an offset and between two as by going through all of them', () => {
    fc.assert(
      fc.property(things, fc.integer({ min: -1, max: 40 }), fc.nat(12), (all, from, length) => {
        const at = stretchesOf(all, ({ spans }) => spans);
        expect(sorted(all, at.over(from))).toEqual(have(all, ([start, end]) => start <= from && from < end));
        expect(sorted(all, at.touching(from, from + length))).toEqual(
          have(all, ([start, end]) => (start <= from ? from < end : start < from + length)),
        );
        expect(sorted(all, at.within(from, from + length))).toEqual(
          have(all, ([start, end]) => from <= start && end <= from + length),
        );
      }),
    );
  });
});
