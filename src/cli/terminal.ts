import chalk, { chalkStderr } from 'chalk';
import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import {
  type Diagnostic,
  diagnose,
  exitCodeFor,
  messageOf,
  placeText,
  type Result,
  reasonOf,
  SEVERITY_WORDS,
  type Severity,
} from '../index.js';

/** Ends a command: what went wrong is for a person to read, and gives the exit code. */
export class Failure extends Error {
  constructor(readonly diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map((diagnostic) => messageOf(diagnostic)).join('\n'));
  }
}

/** The value of a result, or the end of the command. */
export function unwrap<T>(result: Result<T>): T {
  if (result.value === undefined) throw new Failure(result.diagnostics);
  return result.value;
}

/** Writes to standard output: what the command was asked for. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Prints an answer in words, or as JSON for a program. */
export function show<T>(value: T, json: boolean, words: (value: T) => string): void {
  print(json ? JSON.stringify(value, null, 2) : words(value));
}

/** Writes to standard error: what a person may want to know besides. */
export function tell(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** A reader of standard output such as `head` may go away early; that is no error of ours. A full disk is told. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  tell(lineOf(diagnose('output-unwritable', { path: '标准输出', reason: reasonOf(error) })));
  process.exit(3);
});
/** Where nobody can be told, there is nothing to tell. */
process.stderr.on('error', () => undefined);

const COLOURS = { error: 'red', warning: 'yellow', info: 'blue' } as const;

/** How grave something is, in its colour. */
export function severityWord(severity: Severity, ink = chalk): string {
  return ink[COLOURS[severity]](SEVERITY_WORDS[severity]);
}

/** How many infos with one code are listed before they are only counted. */
export const LISTED = 3;

/**
 * Tells diagnostics, gravest first; many infos with one code are told as one unless `verbose`.
 *
 * @param options.most how many warnings with one code are listed before they are told as one, too
 */
export function report(
  diagnostics: readonly Diagnostic[],
  { verbose = false, most = Number.POSITIVE_INFINITY } = {},
): void {
  const bySeverity = (severity: Severity) =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity);
  const infos = bySeverity('info');
  for (const diagnostic of bySeverity('error')) tell(lineOf(diagnostic));
  tellAll(bySeverity('warning'), verbose ? Number.POSITIVE_INFINITY : most);
  const codes = Array.from(new Set(infos.map(({ code }) => code)));
  const byCode = codes.flatMap((code) => infos.filter((info) => info.code === code));
  tellAll(byCode, verbose ? Number.POSITIVE_INFINITY : LISTED);
}

/** Tells what a run was to tell that was stopped when its files were ready: this one has put them into their places. */
export function tellLeft(left: readonly Diagnostic[]): void {
  if (left.length === 0) return;
  tell('上次运行没有做完就停了，现在接着做完了。那一次要说的：');
  report(left);
  endWith(left);
}

/** Of diagnostics those that are not among others that are told already. */
export function notAmong(told: readonly Diagnostic[], others: readonly Diagnostic[]): readonly Diagnostic[] {
  const known = new Set(told.map((each) => lineOf(each)));
  return others.filter((each) => !known.has(lineOf(each)));
}

/** Tells diagnostics in their order; of more than `most` with one code, the first and how many there are. */
function tellAll(diagnostics: readonly Diagnostic[], most: number): void {
  const counts = new Map<string, number>();
  for (const { code } of diagnostics) counts.set(code, (counts.get(code) ?? 0) + 1);
  const told = new Set<string>();
  for (const diagnostic of diagnostics) {
    const { code } = diagnostic;
    const count = counts.get(code) ?? 0;
    if (count <= most) tell(lineOf(diagnostic));
    else if (!told.has(code))
      tell(`${lineOf(diagnostic)} ${chalkStderr.dim(`（这类共 ${count} 处，加 --verbose 列出全部）`)}`);
    told.add(code);
  }
}

/** Reports how a command ended and sets the exit code. */
export function finish(diagnostics: readonly Diagnostic[], options?: { verbose?: boolean }): void {
  report(diagnostics, options);
  process.exitCode = exitCodeFor(diagnostics);
}

/**
 * Sets the exit code of a run in which a file that was passed over stopped no other: it is no failure of the whole. What
 * the notice was told of before counts, too.
 */
export function endWith(diagnostics: readonly Diagnostic[]): void {
  process.exitCode = Math.max(Number(process.exitCode ?? 0), exitCodeFor(diagnostics) > 0 ? 1 : 0);
}

/** A diagnostic as it is told: how grave it is, where, what, its code. */
export function lineOf(diagnostic: Diagnostic): string {
  const { severity, code, at } = diagnostic;
  return `${severityWord(severity, chalkStderr)} ${at === undefined ? '' : `${placeText(at)} `}${messageOf(diagnostic)} ${chalkStderr.dim(`[${code}]`)}`;
}

/** The width to write for: the terminal's, within what is good to read. */
function width(): number {
  return Math.min(120, Math.max(60, process.stdout.columns ?? 100));
}

/** A text that fills `columns` of the terminal, in which a Han character takes two; blanks after it. */
export function padEnd(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - stringWidth(text)));
}

/** The same with the blanks before it. */
export function padStart(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - stringWidth(text))) + text;
}

/** A text behind a label, broken to the terminal's width, its further lines under its first. */
export function hanging(label: string, text: string): string {
  const indent = stringWidth(label);
  const lines = wrapAnsi(text, width() - indent, { hard: true, trim: false }).split('\n');
  return label + lines.join(`\n${' '.repeat(indent)}`);
}

export const style = {
  heading: chalk.bold,
  dim: chalk.dim,
  unit: chalk.cyan,
};
