import chalk from 'chalk';
import {
  areUnlike,
  compareBooks,
  diagnose,
  findUnit,
  type Revision,
  type RevisionMarkup,
  revisionFor,
  revisionToJson,
  revisionToMarkdown,
  revisionToText,
  revisionToXlsx,
  type TaskBook,
  withLineage,
} from '../index.js';
import { type BookOptions, bookIn } from './book.js';
import { writeOne } from './outputs.js';
import { Failure, hanging, print, report, style, unwrap } from './terminal.js';

interface DiffFlags extends Omit<BookOptions, 'from'> {
  readonly unit?: string;
  readonly md?: boolean;
  readonly json?: boolean;
  readonly xlsx?: string;
  readonly force?: boolean;
}

/** `wulong-tasks diff`: what a revised notice changes, and for whom. */
export async function run(before: string, after: string, options: DiffFlags): Promise<void> {
  const { unit, md, json, xlsx, force = false } = options;
  if ([md, json, xlsx].filter(Boolean).length > 1) {
    throw new Failure([diagnose('usage', { text: '--md、--json、--xlsx 只能用一个。' })]);
  }
  const old = await bookIn(before, options);
  // As build and the page do: a task that is the same has the same id.
  const now = withLineage(await bookIn(after, options), old);
  const whole = compareBooks(old, now);
  const revision = wanted(whole, unit, [now, old]);
  if (json) process.stdout.write(revisionToJson(revision));
  else if (md) process.stdout.write(revisionToMarkdown(revision));
  else if (xlsx === undefined) print(revisionToText(revision, TERMINAL).trim());
  else {
    await writeOne(xlsx, await revisionToXlsx(revision), { force });
  }
  if (areUnlike(whole, old, now)) report([diagnose('editions-unlike', undefined, after)]);
}

/** A unit may be in one of the editions only. */
function wanted(revision: Revision, unit: string | undefined, books: readonly TaskBook[]): Revision {
  if (unit === undefined) return revision;
  const found = books.map((book) => findUnit(book, unit));
  const known = found.find(({ value }) => value !== undefined) ?? found[0];
  return known ? revisionFor(revision, unwrap(known)) : revision;
}

/** Without colours, what is taken out and put in has marks of its own. */
const TERMINAL: RevisionMarkup = {
  heading: (text, level) => (level === 1 ? style.heading(text) : `\n${style.heading(text)}`),
  item: (text, level) => hanging(level === 1 ? '' : '  ', text),
  strong: style.unit,
  faint: style.dim,
  removed: (text) => (chalk.level > 0 ? chalk.red.strikethrough(text) : `[-${text}-]`),
  added: (text) => (chalk.level > 0 ? chalk.green(text) : `{+${text}+}`),
  plain: (text) => text,
};
