import {
  accountWords,
  answersAgainst,
  areUnlike,
  checkBook,
  pageOf,
  revisionCounts,
  revisionToText,
  type TaskBook,
  unitNamed,
  unresolved,
  unresolvedWords,
} from '../index.js';
import { answersApart } from './apart.js';
import { chartsIn } from './charts.js';
import { type DeskRecords, editionsIn, filledIn, type Lying, type Spoken, settledIn } from './lying.js';
import type { Shown, ShownFile, UnknownName } from './shown.js';
import { linesIn, RECORDS, told } from './told.js';

/** All that the page shows of what lies on the desk. */
export async function showing(files: readonly Lying[], read: DeskRecords, spoken: Spoken): Promise<Shown> {
  const { book, before, revision, rolled, answers } = read;
  const said = [...(rolled?.answers ?? []), ...answers];
  const isUnlike = (revision && before && book && areUnlike(revision, before, book)) ?? false;
  const page = book ? await pageOf(book, { rollUp: rolled ?? null, answers }) : null;
  return {
    files: shownFiles(files, read, spoken),
    page,
    charts: page && chartsIn(page.overview),
    account: book ? accountWords(book) : [],
    findings: book ? told(checkBook(book)) : [],
    changes: revision ? linesIn(revisionToText(revision, RECORDS).trim()) : null,
    areUnlike: isUnlike,
    // What is of two notices has no order.
    isOrderOpen: before !== undefined && book !== undefined && !isUnlike && !isDated(before, book),
    filledIn: filledIn(read),
    problems: rolled ? told(rolled.problems) : null,
    on: spoken.on,
    names: book ? namesIn(book, spoken) : [],
    groups: (book?.groups ?? []).flatMap(({ name, members }) => (members === null ? [name] : [])),
    settled: book ? settledIn(files, book) : [],
    answers: said.map(({ unit, asked, task, answer }) => ({ unit, asked, task, answer })),
    against: [
      ...answersApart(
        files,
        rolled?.answers ?? [],
        spoken,
        (answer) => page?.data.words.answers?.[answer] ?? answer,
      ).map(({ unit, apart }) => ({
        unit,
        all: [apart],
      })),
      ...(book ? answersAgainst(book, said) : []).flatMap((each) =>
        each.code === 'return-answer-against' ? [{ unit: each.args.unit, all: [each] }] : [],
      ),
    ].flatMap(({ unit, all }) => told(all).map((words) => ({ unit, told: words }))),
  };
}

/** Names that no registry has, and those of which it has been said here what they mean. */
function namesIn(book: TaskBook, { names }: Spoken): UnknownName[] {
  const said = Array.from(names, ([name, unit]) => ({ name, use: '', nearest: [], is: unit.name }));
  const open = unresolved(book)
    .filter(({ name, why }) => why !== 'members-unknown' && !names.has(name))
    .map((each) => ({ name: each.name, use: unresolvedWords(each), nearest: each.nearest, is: null }));
  // Each stays where it was when somebody has said what it is.
  return [...open, ...said].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function shownFiles(
  files: readonly Lying[],
  { book, revision }: DeskRecords,
  { isSwapped }: Spoken,
): ShownFile[] {
  const [current, before] = editionsIn(files, isSwapped).toReversed();
  return files.map((each): ShownFile => {
    const { id, name, kind } = each;
    const shown = { id, name, kind };
    switch (each.kind) {
      case 'notice': {
        const use = id === current?.id ? 'current' : id === before?.id ? 'before' : 'unused';
        if (id === current?.stored?.id)
          return { ...shown, use: 'used', holds: '任务台账，从这份通知读来的：编号照它', told: [] };
        const tasks = `任务 ${each.parsed.value?.tasks.length ?? 0} 项`;
        const change = use === 'current' && revision ? `；${revisionCounts(revision)}` : '';
        return { ...shown, use, holds: tasks + change, told: told(each.parsed.diagnostics) };
      }
      case 'sheet': {
        // CSV has no cover: the name of the file says whose it is.
        const ownerOf = (file: string) => (book && unitNamed(book, file)) ?? '没有写单位';
        const units = each.collected.map(({ sheet }) => sheet.unit ?? ownerOf(sheet.file));
        const problems = each.unread.flatMap((file) => file.problems);
        return { ...shown, use: 'used', holds: units.join('、'), told: told(problems) };
      }
      case 'month':
        return { ...shown, use: 'used', holds: `到 ${each.month.on}`, told: [] };
      case 'registry':
        return { ...shown, use: 'used', holds: '', told: told(each.diagnostics) };
      default:
        return { ...shown, use: 'unused', holds: '', told: told(each.diagnostics) };
    }
  });
}

/** Whether the dates say which of two editions is the earlier. */
function isDated({ notice: one }: TaskBook, { notice: other }: TaskBook): boolean {
  return one.date !== null && other.date !== null && one.date !== other.date;
}
