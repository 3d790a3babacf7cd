/** The words of a table's line; blanks part them. */
export function wordsIn(line: string): string[] {
  return line.split(' ');
}

/** A pattern that matches a text as it is printed: 牵头（街道, with its open bracket. */
export function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** A pattern that matches any of some words, the longest that fits first: 街道办事处 before 街道. */
export function anyOf(words: readonly string[]): string {
  const longestFirst = Array.from(new Set(words)).sort((a, b) => b.length - a.length);
  return `(?:${longestFirst.join('|')})`;
}
