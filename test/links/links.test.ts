// Which measures of the body each task carries out, read off the notice before the rules were run on it.
import { describe, expect, it } from 'vitest';
import { seedBook } from '../support/seed.js';

const book = await seedBook();

/** Rows whose name is no measure's title; without one, no measure says what they ask for. */
const LINKS: Readonly<Record<string, readonly string[]>> = {
  '二 1': ['三（十三） named'],
  '二 2': ['一（五） named'],
  '二 3': ['一（六） named'],
  '三 1': ['二（十二） domain-open'],
  '三 2': ['二（十二） domain-open'],
  '三 3': ['二（十二） domain'],
  '三 4': ['二（十二） domain'],
  '三 5': ['二（十二） domain-open'],
  '三 6': ['二（十二） domain'],
  '三 7': ['二（十二） domain-open'],
  '三 8': ['二（十二） domain-open'],
  '三 10': ['二（十二） domain-open'],
  '三 11': ['二（十二） domain-open'],
  '三 12': ['二（十二） domain-open'],
  '三 13': ['二（十二） domain-open'],
  '三 14': ['二（十二） domain-open'],
  '三 15': ['二（十二） domain-open'],
  '三 16': ['二（八） same-words', '二（十二） domain-open'],
  '三 17': ['二（八） same-words', '二（十二） domain-open'],
  '三 18': ['二（八） same-words', '二（十二） domain-open'],
  '三 19': ['二（八） same-words', '二（十二） domain-open'],
  '三 20': ['二（十二） domain-open'],
  '三 21': ['二（十二） domain-open'],
  '五 1': ['六（二十四） named'],
  '五 2': ['六（二十四） named'],
  '五 11': ['六（二十四） same-words', '六（二十四） named'],
  '六 4': ['一（二） same-words', '二（十一） same-words', '二（十二） domain'],
  '六 5': ['二（十二） domain'],
  '六 8': ['二（十一） same-title', '二（十一） same-words'],
  '六 9': ['二（十一） same-title', '二（十一） same-words'],
  '六 10': ['三（十五） same-title', '三（十五） same-words'],
  '六 11': ['三（十五） same-title', '三（十五） same-words'],
  '六 12': ['三（十五） same-title', '三（十五） same-words'],
  '六 13': ['四（二十） same-title'],
};

describe('a task carries out', () => {
  const outsideFour = book.tasks.filter(({ table }) => table !== 4);
  it.each(
    outsideFour.map((task) => [`${book.tables[task.table - 1]?.number} ${task.number}`, task] as const),
  )('%s: the measures that a reader finds', (where, { measures }) => {
    expect(measures.map(({ measure, reason }) => `${measure} ${reason}`).sort()).toEqual(
      [...(LINKS[where] ?? [])].sort(),
    );
  });

  it('table 四, whose names are titles of measures: that measure and no other', () => {
    for (const { measures, name } of book.tasks.filter(({ table }) => table === 4)) {
      const ids = new Set(measures.map(({ measure }) => measure));
      const [id] = ids;
      expect(ids.size).toBe(1);
      expect(measures.some(({ reason }) => reason === 'same-title')).toBe(true);
      expect(book.chapters.flatMap((chapter) => chapter.measures).find((each) => each.id === id)?.title).toBe(
        name,
      );
    }
  });

  it('each link with its evidence in the measure’s own words', () => {
    const texts = new Map(
      book.chapters.flatMap(({ measures }) => measures.map(({ id, text }) => [id, text])),
    );
    for (const { measures } of book.tasks) {
      for (const { measure, evidence } of measures) {
        expect(evidence.length).toBeGreaterThan(0);
        for (const { text } of evidence) expect(texts.get(measure)).toContain(text);
      }
    }
  });
});
