import { FINDINGS, type RuleCode } from '../model/codes/findings.js';
import type { Code } from '../model/codes/index.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { CHINESE } from './chinese/index.js';
import type { Language, RuleWords } from './language.js';

export { rowWords } from './chinese/names.js';
export { reasonWords } from './chinese/reasons.js';
export { SEVERITY_WORDS } from './chinese/severities.js';
export type { Language, RuleWords } from './language.js';

/** What a diagnostic says to whom it is shown. */
export function messageOf({ code, args }: Diagnostic, { messages, rules }: Language = CHINESE): string {
  const say = isRule(code) ? rules[code].message : messages[code];
  return (say as (args: Diagnostic['args']) => string)(args);
}

/** What a rule of `check` is called, and what it is for. */
export function ruleWords(
  code: RuleCode,
  { rules }: Language = CHINESE,
): Pick<RuleWords, 'title' | 'explanation'> {
  return rules[code];
}

/** What stands over the diagnostics of a code: a rule's title, or `otherwise`. */
export function titleOf(code: Code, otherwise: string, { rules }: Language = CHINESE): string {
  return isRule(code) ? rules[code].title : otherwise;
}

function isRule(code: Code): code is RuleCode {
  return Object.hasOwn(FINDINGS, code);
}
