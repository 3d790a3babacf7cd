import type { MeasureChange, Where } from '../model/revision.js';
import type { TaskBook } from '../model/taskbook.js';
import { changesOf, outOfOrder } from './changes.js';
import { type Edition, pairUp } from './match.js';
import { fieldChange } from './segments.js';

/** A chapter's title or a measure, to be compared. */
interface MeasureWords {
  readonly chapter: string;
  readonly title: string;
  /** Without its number, which changes when another one is put before it. */
  readonly text: string;
  readonly where: Where;
  readonly units: readonly string[];
}

/** What is not the same of two editions' chapters and measures. */
export function measureChanges(before: TaskBook, after: TaskBook): MeasureChange[] {
  const [old, now] = [statedIn(before), statedIn(after)];
  const editions = (all: readonly MeasureWords[]) =>
    all.map(
      ({ chapter, title, text }): Edition => ({ id: '', group: chapter, name: title, text, units: '' }),
    );
  const pairs = pairUp(editions(old), editions(now));
  return changesOf<MeasureWords>({
    before: old,
    after: now,
    pairs,
    moved: outOfOrder(pairs),
    fieldsOf: (was, is) => fieldChange('text', was.text, is.text),
    whereOf: ({ where }) => where,
  }).map(({ was, is, change }) => ({
    ...change,
    units: Array.from(new Set([...(is?.units ?? []), ...(was?.units ?? [])])),
  }));
}

function statedIn(book: TaskBook): MeasureWords[] {
  const stated = (number: string, text: string) =>
    text.startsWith(number) ? text.slice(number.length).replace(/^[、.．\s]+/, '') : text;
  return book.chapters.flatMap(({ number, title, text, at, measures }) => [
    {
      chapter: '',
      title,
      text: stated(number, text),
      where: { where: `正文${number}`, name: title, text, at },
      units: [],
    },
    ...measures.map((measure) => ({
      chapter: title,
      title: measure.title,
      text: stated(measure.number, measure.text),
      where: {
        where: `正文${measure.number}`,
        name: measure.title,
        text: measure.text,
        at: measure.at,
      },
      units: measure.mentions.map(({ name }) => name),
    })),
  ]);
}
