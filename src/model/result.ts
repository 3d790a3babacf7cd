import type { Diagnostic } from './diagnostic.js';

/**
 * What every stage returns: its value and what it noticed on the way. Without a value the stage
 * could not do its work, and at least one diagnostic is an error that says why.
 */
export type Result<T> =
  | { readonly value: T; readonly diagnostics: readonly Diagnostic[] }
  | { readonly value?: undefined; readonly diagnostics: readonly Diagnostic[] };

/** The result of a stage that could not do its work. */
export function failed(...diagnostics: readonly Diagnostic[]): Result<never> {
  return { diagnostics };
}
