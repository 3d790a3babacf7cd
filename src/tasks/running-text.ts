import type { Notice } from '../model/notice.js';
import type { Passage } from '../model/passage.js';

/** The text of a notice outside its tables: it may speak of them. */
export function runningText({ letterhead, preamble, chapters, appendices }: Notice): Passage[] {
  const measures = chapters.flatMap((chapter) => chapter.measures.flatMap(({ passages }) => passages));
  return [
    ...letterhead.letter,
    ...preamble,
    ...chapters.flatMap(({ passages }) => passages),
    ...measures,
    ...appendices.flatMap(({ passages }) => passages),
  ];
}
