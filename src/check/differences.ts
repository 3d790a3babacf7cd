import { diffArrays } from 'diff';
import { normalizeName } from '../units/index.js';

/** What stands in one text instead of what stands in the other; one of the two may be empty. */
export interface Difference {
  readonly from: string;
  readonly to: string;
}

/** How many characters may be added and removed. */
const MOST = 400;

/**
 * Where one text has other words than another, character by character; punctuation and width make no
 * difference. Changes with a single character between them are one. Nothing where they are too unlike.
 */
export function differences(one: string, other: string): Difference[] {
  const found: { from: string; to: string }[] = [];
  let between: string | undefined;
  const changes = diffArrays(charactersOf(one), charactersOf(other), { maxEditLength: MOST });
  for (const { value, added, removed } of changes ?? []) {
    const text = value.join('');
    if (!added && !removed) {
      between = text;
      continue;
    }
    let last = found.at(-1);
    if (!last || (between !== undefined && between.length > 1)) {
      last = { from: '', to: '' };
      found.push(last);
    } else if (between !== undefined) {
      last.from += between;
      last.to += between;
    }
    if (removed) last.from += text;
    else last.to += text;
    between = undefined;
  }
  return found.map(withoutCommon);
}

/** Leaves out what the two sides begin or end with alike. */
function withoutCommon({ from, to }: Difference): Difference {
  let start = 0;
  while (start < Math.min(from.length, to.length) && from[start] === to[start]) start++;
  let end = 0;
  while (end < Math.min(from.length, to.length) - start && from.at(-1 - end) === to.at(-1 - end)) end++;
  return { from: from.slice(start, from.length - end), to: to.slice(start, to.length - end) };
}

/** The characters of a text that count when it is compared. */
export function charactersOf(text: string): string[] {
  return Array.from(normalizeName(text).replace(/[\p{P}\p{S}]/gu, ''));
}
