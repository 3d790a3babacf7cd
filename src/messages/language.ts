import type { RuleCode } from '../model/codes/findings.js';
import type { ArgsOf, Code } from '../model/codes/index.js';

/** How a code is said with its arguments: what has happened, and what to do. */
type Say<C extends Code> = (args: ArgsOf<C>) => string;

/** How some codes are said. */
export type SayAll<C extends Code> = { readonly [K in C]: Say<K> };

/** How a rule of `check` is told of. */
export interface RuleWords<C extends RuleCode = RuleCode> {
  /** A few words, for headings and annotations. */
  readonly title: string;
  /** What is wrong about what it finds, and what to do. */
  readonly explanation: string;
  readonly message: Say<C>;
}

/** Words for everything that the program can tell, in one language. */
export interface Language {
  readonly messages: SayAll<Exclude<Code, RuleCode>>;
  readonly rules: { readonly [C in RuleCode]: RuleWords<C> };
}
