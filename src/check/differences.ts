import { diffArrays } from 'diff';
import { charactersOf } from '../links/index.js';
import type { TextDifference } from '../model/codes/kind.js';

/** How many characters may be added and removed. */
const MOST = 400;

/**
 * Where one text has other words than another, character by character, numbers whole; punctuation and
 * width make no difference. Changes with a single character between them are one. Nothing where they are
 * too unlike.
 */
export function differences(one: string, other: string): TextDifference[] {
  const found: { from: string; to: string; next: string }[] = [];
  let between: string | undefined;
  const changes = diffArrays(charactersOf(one), charactersOf(other), { maxEditLength: MOST });
  for (const { value, added, removed } of changes ?? []) {
    const text = value.join('');
    if (!added && !removed) {
      between = text;
      const before = found.at(-1);
      if (before) before.next = value[0] ?? '';
      continue;
    }
    let last = found.at(-1);
    if (!last || (between !== undefined && between.length > 1)) {
      last = { from: '', to: '', next: '' };
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
function withoutCommon(difference: TextDifference): TextDifference {
  const from = charactersOf(difference.from);
  const to = charactersOf(difference.to);
  let { next } = difference;
  while (from.length > 0 && to.length > 0 && from[0] === to[0]) {
    from.shift();
    to.shift();
  }
  while (from.length > 0 && to.length > 0 && from.at(-1) === to.at(-1)) {
    next = from.pop() ?? '';
    to.pop();
  }
  return { from: from.join(''), to: to.join(''), next };
}
