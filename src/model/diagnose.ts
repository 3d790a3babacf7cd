import { type ArgsOf, CODES, type Code } from './codes/index.js';
import type { ExitCode, Kind } from './codes/kind.js';
import type { Diagnostic } from './diagnostic.js';
import type { Place } from './place.js';

/** What is said besides the code: nothing where it needs no arguments. */
type ArgsGiven<C extends Code> = Record<never, never> extends ArgsOf<C> ? undefined : ArgsOf<C>;

/**
 * Makes a diagnostic.
 *
 * @param args what the code needs to be said, as its table in `codes/` has it
 * @param at where it is; a file's name alone is the place of all of it
 */
export function diagnose<C extends Code>(code: C, args: ArgsGiven<C>, at?: Place | string): Diagnostic {
  const { severity } = CODES[code];
  return { code, severity, args: args ?? {}, ...placed(at) } as Diagnostic;
}

function placed(at: Place | string | undefined): { readonly at?: Place } {
  if (at === undefined) return {};
  return { at: typeof at === 'string' ? { file: at } : at };
}

/**
 * The exit code that a run with these diagnostics ends with: the gravest error's, 1 where what somebody typed may be
 * misplaced or passed over, else 0.
 */
export function exitCodeFor(diagnostics: readonly Diagnostic[]): 0 | ExitCode {
  const exits = diagnostics.map(({ severity, code }) => {
    const { exit, isUnsettled }: Kind = CODES[code];
    return severity === 'error' || isUnsettled ? exit : 0;
  });
  return Math.max(0, ...exits) as 0 | ExitCode;
}
