import type { Place } from '../place.js';

/** How grave a diagnostic is. */
export const SEVERITIES = ['error', 'warning', 'info'] as const;

/** Exit codes of the command line: the notice has errors, wrong use, cannot read or write. */
export type ExitCode = 1 | 2 | 3;

/** What a message calls a task or a measure by; its words are put on where it is printed. */
export type Reference =
  | {
      readonly kind: 'row';
      readonly id: string;
      /** The table's printed number, or null where it has none, and its name. */
      readonly tableNumber: string | null;
      readonly table: string;
      readonly number: string;
      readonly name: string;
    }
  | { readonly kind: 'clause'; readonly id: string; readonly number: string; readonly name: string }
  | { readonly kind: 'measure'; readonly id: string; readonly number: string };

/** What stands in one text instead of what stands in the other; one of the two may be empty. */
export interface TextDifference {
  readonly from: string;
  readonly to: string;
  /** The character that both go on with; '' at the end. */
  readonly next: string;
}

/** The types that an argument may have, by the names that the tables of codes give them. */
interface ArgTypes {
  readonly text: string;
  readonly 'text?': string | null;
  readonly texts: readonly string[];
  /** Earlier versions kept none. */
  readonly 'texts?': readonly string[] | null;
  readonly number: number;
  readonly 'number?': number | null;
  readonly flag: boolean;
  readonly reference: Reference;
  /** Where else; null where the file does not have it. */
  readonly 'place?': Place | null;
  /** Units, and how far each says it is. */
  readonly statuses: readonly { readonly unit: string; readonly status: string }[];
  readonly differences: readonly TextDifference[];
}
export type ArgType = keyof ArgTypes;

/** The arguments of a code and their types; a list is of the texts that an argument may be. */
export type ArgShape = Readonly<Record<string, ArgType | readonly string[]>>;

/** Arguments of such a shape. */
export type ArgsIn<S extends ArgShape> = {
  readonly [K in keyof S]: S[K] extends ArgType
    ? ArgTypes[S[K]]
    : S[K] extends readonly string[]
      ? S[K][number]
      : never;
};

/** What is fixed for every diagnostic of a code. */
export interface Kind {
  readonly severity: (typeof SEVERITIES)[number];
  /** The exit code that one leads to which is an error, by itself or because settings make it one. */
  readonly exit: ExitCode;
  readonly args: ArgShape;
  /** Whether it ends the run with its exit code, though it is no error. */
  readonly isUnsettled?: true;
}

const NONE = {} as const;

/** The kind of a diagnostic without which the program cannot go on, or that the notice must mend. */
export const error = <const S extends ArgShape = typeof NONE>(
  exit: ExitCode,
  args: S = NONE as unknown as S,
) => ({ severity: 'error', exit, args }) as const;

/** The kind of one that a person should look at. */
export const warning = <const S extends ArgShape = typeof NONE>(args: S = NONE as unknown as S) =>
  ({ severity: 'warning', exit: 1, args }) as const;

/**
 * The kind of one that a person must look at: something that somebody typed may stand at another's task or unit, or counts
 * nowhere, until that person has; or it asks somebody to mend a file that came back. Every command ends with 1 on it.
 */
export const unsettled = <const S extends ArgShape = typeof NONE>(args: S = NONE as unknown as S) =>
  ({ severity: 'warning', exit: 1, args, isUnsettled: true }) as const;

/** The kind of one that is good to know. */
export const info = <const S extends ArgShape = typeof NONE>(args: S = NONE as unknown as S) =>
  ({ severity: 'info', exit: 1, args }) as const;
