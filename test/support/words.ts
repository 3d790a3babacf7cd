/** The words of a table of `src/words/`, out of the pattern that is made of it. */
export const alternatives = (pattern: string): string[] => pattern.slice('(?:'.length, -1).split('|');

/** The words of a table that no case holds: a new word needs a new case. */
export const withoutCase = (pattern: string, cases: readonly string[]): string[] =>
  alternatives(pattern).filter((word) => !cases.some((text) => text.includes(word)));
