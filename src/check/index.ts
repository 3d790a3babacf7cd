import type { RuleCode } from '../model/codes/findings.js';
import { CODES } from '../model/codes/index.js';
import type { Diagnostic, Severity } from '../model/diagnostic.js';
import type { TaskBook } from '../model/taskbook.js';
import type { Rule } from './rule.js';
import { RULES } from './rules/index.js';

export type { Rule } from './rule.js';
export { RULES } from './rules/index.js';

/** How a rule is to be taken, by its code: not at all, or more or less gravely than by itself. */
export type RuleSettings = Readonly<Record<string, Severity | 'off'>>;

/**
 * Looks a task book over for what the drafters of its notice should mend.
 *
 * @param settings for rules by their code; a rule that is not in it is taken as it is
 * @returns what was found, rule by rule in the order of `RULES`, each in the notice's order
 */
export function checkBook(book: TaskBook, settings: RuleSettings = {}): Diagnostic<RuleCode>[] {
  return RULES.flatMap(({ code, find }: Rule) => {
    const severity = settings[code] ?? CODES[code].severity;
    if (severity === 'off') return [];
    return find(book).map(({ args, at }) => ({ code, severity, args, at }) as Diagnostic<RuleCode>);
  });
}
