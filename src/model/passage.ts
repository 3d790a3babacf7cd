import type { Passage } from './document.js';

/** The text of several passages, one a line. */
export function textOf(passages: readonly Passage[]): string {
  return passages.map(({ text }) => text).join('\n');
}
