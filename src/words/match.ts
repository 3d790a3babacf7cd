/** What a sticky pattern matches at an offset of a text. */
export function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/**
 * The matches of a global pattern in a text, in order, and no more than are wanted. `matchAll` makes a new pattern each
 * time, which for short texts takes longer than looking.
 */
export function matchesIn(pattern: RegExp, text: string, most = Number.POSITIVE_INFINITY): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match && found.length < most; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex++;
  }
  pattern.lastIndex = 0;
  return found;
}

/** Whether a text has a sign: a word, one of several, or what a pattern finds. */
export function holds(text: string, sign: string | readonly string[] | RegExp): boolean {
  if (sign instanceof RegExp) return sign.test(text);
  return typeof sign === 'string' ? text.includes(sign) : sign.some((each) => text.includes(each));
}
