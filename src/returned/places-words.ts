/** How many places are named. */
const MOST_NAMED = 5;

/** Where it is, the first of many: （任务清单!G5、任务清单!G7）. */
export function placesWords(places: readonly string[]): string {
  if (places.length === 0) return '';
  const named = places.slice(0, MOST_NAMED).join('、');
  return `（${named}${places.length > MOST_NAMED ? ` 等 ${places.length} 处` : ''}）`;
}

/** What words that were struck out are called among what cannot be carried over. */
export const STRUCK = '删除线';

/** What comments that people answer are called there: what they say is read. */
export const THREADED = '会话批注';

/** What headers are called there that are read as the columns that they were. */
export const RENAMED = '改了的表头';
