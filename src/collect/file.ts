import { readDemands } from '../demands/index.js';
import { holdersOf } from '../model/book.js';
import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { withinFile } from '../model/place.js';
import type { ReturnedRow, ReturnedSheet } from '../model/returned.js';
import type { Remnant, Report } from '../model/roll-up.js';
import type { Entries, NoticeColumn, SheetRow, TaskSheet } from '../model/sheet.js';
import type { TaskBook } from '../model/taskbook.js';
import { tellCut, tellOdd, tellRenamed, tellReordered, tellSaid, tellUnsaved } from '../returned/index.js';
import {
  apartRows,
  exchangedHeads,
  isOtherSheet,
  isPlaceOnly,
  isUnchecked,
  lineageIn,
  movedBack,
  movedIn,
  onlyLike,
  otherwise,
  pairRows,
  strayIds,
  unsureIn,
  writtenOver,
} from '../revise/index.js';
import {
  answerOf,
  askedIn,
  headerOf,
  isFilled,
  isSurelyOwn,
  isTitleOf,
  SHEET_COLUMNS,
  saidDigest,
  sheetFor,
  typedText,
} from '../sheets/index.js';
import { type Answers, answeredSheet } from './answers.js';
import type { Collected, FileReports } from './collected.js';
import { stateOf } from './counting.js';
import { dayMeant, lastDay, tellLaterDays, yearOf } from './days.js';
import { editionOf, goneFromText, notOpen, takenOut, unknownBeside } from './edition.js';
import { type WordsElsewhere, wordsElsewhere } from './elsewhere.js';
import { invalidIn, statusOf } from './invalid.js';
import { joinedIn } from './joined.js';
import { isOverseeing, leadsAs } from './leading.js';
import { idsOf, type LeftRow, type NamedLeftRow } from './said-in.js';
import { besideRows, countedWithOwn, ofOtherNotice, restOf } from './uncounted.js';
import { wordsOf, writtenIn } from './where-written.js';
import { whoseIs } from './whose.js';

/** What tells where a sheet was changed: a row that was copied changes it, too. */
const EXPLAINING: ReadonlySet<Diagnostic['code']> = new Set([
  'return-edited',
  'return-unsure',
  'return-again',
  'return-moved',
]);

/**
 * Reads what a unit reports, and checks it against its sheet as it should be. Of many files, each can be let go once this is
 * read: what is printed in it is most of it.
 *
 * @param on the day by which what is due counts as late
 */
export function reportsIn(book: TaskBook, collected: Collected, on: string | null): FileReports {
  const {
    sheet: came,
    beside,
    besides = [],
    others = [],
    lost = [],
    isChanged = false,
    isConverted = false,
    isPlaced = false,
    saved = null,
  } = collected;
  const { file } = came;
  const problems: Diagnostic[] = [];
  const tell = (problem: Diagnostic) => problems.push(problem);
  const whose = whoseIs(book, came, isChanged);
  const own = beside ?? came;
  const joined = joinedIn(book, own, besides, came);
  if (joined.head !== came) {
    const { head } = joined;
    return joined.parts.includes(came) ? countedWithOwn(came) : restOf(book, came, head, whoseIs(book, head));
  }
  const { found, unit, group, isGone } = whose;
  // The file's name is its own sheet's.
  problems.push(
    ...whose.problems.filter(
      ({ code }) =>
        !(beside && code === 'return-unit-differs') &&
        // Whose a sheet is matters to nobody while it stands as `build` wrote it.
        !(
          (code === 'return-group' || code === 'return-unit-guessed') &&
          !isChanged &&
          !came.rows.some(isFilled) &&
          !came.questions.some(isFilled)
        ),
    ),
  );
  const unitSheet = found === undefined ? undefined : sheetFor(book, found);
  const wanted = group === undefined ? unitSheet : sheetFor(book, group);
  const { returned, parts } = joined;
  if (parts.length > 0) tell(diagnose('return-joined', { sheets: parts.map(({ name = '' }) => name) }, file));
  const sheet = movedBack(returned, wanted, lineageIn(book));
  if (isOtherSheet(sheet, [wanted ?? { notice: book.notice, rows: [] }], lineageIn(book)))
    return ofOtherNotice(book, { sheet, others, lost }, unit ?? sheet.unit);
  if (lost.length > 0) tell(diagnose('return-lost', { lost }, file));

  const year = yearOf(book.notice);
  problems.push(
    ...tellSaid(sheet),
    ...tellUnsaved(sheet),
    ...tellCut(sheet),
    ...tellReordered(sheet),
    ...tellOdd(sheet),
    ...tellLaterDays(sheet, year, on),
  );

  const paired = pairRows(wanted?.rows ?? [], sheet.rows, lineageIn(book));
  const { pairs, meant } = paired;
  const heads = exchangedHeads(pairs);
  problems.push(...tellRenamed(sheet, heads.headers));
  const open = onlyLike(paired, sheet.rows, lineageIn(book));
  const taskOf = new Map(Array.from(pairs).flatMap(([task, row]) => (open.has(row) ? [] : [[row, task]])));
  const stray = strayIds(paired);
  const moved = new Set(paired.contradictions.map(({ row }) => row));
  if (stray.count > 0) tell(diagnose('return-ids', stray, file));
  const inOthers = movedIn(sheet, paired);
  if (inOthers.count > 0) tell(diagnose('return-moved', inOthers, file));
  const answers: Answers = {
    questions: sheet.questions,
    rows: new Map(Array.from(taskOf).flatMap(([row, task]) => (answerOf(row) ? [[task.id, row]] : []))),
  };
  const answered = wanted && new Map(answeredSheet(wanted, [answers]).rows.map((row) => [row.id, row]));
  const edition = editionOf(sheet, wanted, pairs, (row) => answered?.get(row.id) ?? row);
  // Who has put nothing into it has lost nothing.
  const isBlank = !isChanged && ![...sheet.rows, ...sheet.questions].some(isFilled);
  if (edition === 'old' && !isBlank) tell(diagnose('return-old', { edition: sheet.edition ?? '' }, file));
  const tasks = new Set(book.tasks.map(({ id }) => id));
  const pairedIds = new Set(Array.from(taskOf.values(), ({ id }) => id));
  const ownIds = new Set(wanted?.rows.map(({ id }) => id));
  const reports = new Map<string, Report>();
  const rest: Remnant[] = [];
  // What is of tasks that were a unit's which has none any more.
  const isWithout = isGone || (unit !== null && wanted?.rows.length === 0);
  const left: LeftRow[] = [];
  // What was said of tasks that others have now.
  const passedOn: NamedLeftRow[] = [];
  // Rows that say something of a task.
  const said: ReturnedRow[] = [];
  // Tasks of which only words beside 进展状态 and 进展情况 say something.
  const elsewhere: { readonly at: ReturnedRow['at']; readonly words: readonly WordsElsewhere[] }[] = [];
  // What is not as it is printed now, and nothing tells whether the notice has changed it or somebody has written it.
  const unsure: (ReturnedSheet['stray'][number] & { readonly header: string })[] = [];
  // What goes there and nothing else tells.
  const astray: ReturnedSheet['stray'][number][] = [];
  const isTold = isChanged || (edition === 'current' && sheet.rows.some((row) => row.isEdited));
  // An edition that nobody has any more, in which somebody has changed something.
  const isOfUnknown = edition === 'old' && isChanged;
  const absent = [
    ...notOpen(sheet),
    ...(isTold ? takenOut(sheet, wanted?.rows ?? [], edition !== 'current') : []),
  ];
  if (absent.length > 0)
    tell(diagnose('return-columns', { columns: absent, own: unknownBeside(sheet) }, file));
  for (const row of sheet.rows) {
    const before = problems.length;
    const expected = row.kept === null ? taskOf.get(row) : undefined;
    const standing = expected && (answered?.get(expected.id) ?? expected);
    // Words in 变化 that are none of the program's.
    if ((isChanged || row.isEdited) && row.kept === null && row.change?.kind === 'other') {
      const at = row.places.change ?? row.at;
      tell(diagnose('return-edited', { column: headerOf('change'), text: row.change.text }, at));
      rest.push({ unit, said: `${headerOf('change')}：${row.change.text}`, at });
    }
    // Words in 编号, in a sheet whose ids are the notice's.
    const isOwnId = row.id === expected?.id || tasks.has(row.id) || row.id === '';
    if (expected && sheet.edition === wanted?.edition && !isOwnId) {
      const header = headerOf('id');
      tell(diagnose('return-edited', { column: header, text: row.id }, row.places.id ?? row.at));
      rest.push({ unit, said: `${header}：${row.id}`, at: row.places.id ?? row.at });
    }
    const isUnsure = row.edits === undefined && (isUnchecked(sheet, row) || isOfUnknown);
    if (expected && standing && isUnsure) {
      for (const { id, header } of unsureIn(sheet, row, [expected, standing], lineageIn(book), isUnsure)) {
        unsure.push({ at: row.places[id] ?? row.at, header, text: row.cells[id] ?? '' });
      }
    } else if (expected && standing && (edition === 'current' || row.isEdited)) {
      const differing = isChanged || row.isEdited ? writtenOver : otherwise;
      // Of an earlier edition the checks tell what its people have written, and what the notice has changed.
      const isByChecks = edition !== 'current' && row.edits !== undefined;
      const columns = isByChecks
        ? typedOver(row)
        : differing(row, sheet.printed, [expected, standing]).filter(
            ({ id }) => !isMovedNumber(row, id, isChanged),
          );
      for (const { id, header } of columns.filter((column) => !heads.columns.has(column.id))) {
        const text = row.cells[id] ?? '';
        const at = row.places[id] ?? row.at;
        tell(diagnose('return-edited', { column: header, text }, at));
        if (text.trim() !== '') rest.push({ unit, said: `${header}：${text}`, at });
      }
      // What is not compared; of words that stand in other rows their ids are told.
      const isMoved = row.moved !== undefined || Object.values(row.edits ?? {}).includes('moved');
      if (
        row.isEdited &&
        !isMoved &&
        !moved.has(row) &&
        problems.length === before &&
        absent.length + heads.headers.length === 0
      )
        tell(diagnose('return-changed', undefined, row.at));
    }
    if (!isFilled(row) && row.id !== '') {
      // Words over what was printed of a task that the notice has no more.
      for (const { id, header } of expected || row.kept !== null ? [] : typedOver(row)) {
        const [text, at] = [row.cells[id] ?? '', row.places[id] ?? row.at];
        tell(diagnose('return-edited', { column: header, text }, at));
        rest.push({ unit, said: `${header}：${text}`, at });
      }
      continue;
    }
    // An answer alone is no report: it stands among the answers.
    if (unit !== null && expected && answerOf(row) && !hasMore(row)) continue;
    said.push(row);
    // The notice has it for others, or its unit has another row of it.
    const task = meant.get(row);
    const isKeptOfOthers = row.kept === 'unplaced' && tasks.has(row.id) && !ownIds.has(row.id);
    const isOthers = isKeptOfOthers || (task !== undefined && tasks.has(task) && !pairedIds.has(task));
    const id = expected?.id;
    const isAgain = id === undefined ? task !== undefined && pairedIds.has(task) : reports.has(id);
    if (unit !== null && !isGone && id !== undefined && !reports.has(id)) {
      const its = group === undefined ? standing : asMember(unitSheet, standing);
      reports.set(id, reportOf(row, unit, its, { on, year }));
      // What is said beside an answer is about the answer.
      const words = answerOf(row) ? [] : wordsElsewhere(row);
      if (words.length > 0) elsewhere.push({ at: row.at, words });
      continue;
    }
    const isKnown = expected !== undefined || tasks.has(row.id);
    const { name = null, ref = '' } = row.cells;
    // Its place in the notice is what people know it by.
    const its = { id: id ?? task ?? row.id, name: name === null ? null : `${ref} ${name}`.trim() };
    if (!isWithout && row.kept === 'cancelled' && row.id !== '' && isFilled(row)) {
      const went = lineageIn(book).whereabouts(row.id, row.cells);
      if (went?.kind === 'others')
        passedOn.push({ ids: idsOf(row.id, went), name: name ?? went.name, ...entriesIn(row) });
    }
    const isLeft = isWithout && row.id !== '' && (row.kept === 'cancelled' || (isGone && row.kept === null));
    if (isLeft) {
      const { whereabouts } = lineageIn(book);
      left.push({ ids: idsOf(row.id, whereabouts(row.id, row.cells)), ...entriesIn(row) });
    } else if (row.kept === 'cancelled' || unit === null || open.has(row)) {
      // Told of the whole file, or when it was cancelled.
    } else if (row.kept === null && isAgain) tell(diagnose('return-again', its, row.at));
    else if (isOthers) tell(diagnose('return-of-others', { ...its, units: holdersOf(book, its.id) }, row.at));
    else if (row.kept === null && row.id !== '' && !isKnown) tell(diagnose('return-task', its, row.at));
    else astray.push(wordsOf(row));
    rest.push({ unit, said: { cells: row.cells, ...entriesIn(row) }, at: row.at });
  }
  const like = said.flatMap((row) => {
    const task = open.get(row);
    return task ? [{ row, task }] : [];
  });
  if (unit !== null && like.length > 0) tell(tellLike(like, file));
  const apart = apartRows(said, lineageIn(book));
  if (apart.count > 0) tell(diagnose('return-exchanged', apart, file));
  problems.push(...invalidIn(said, book.notice));
  if (elsewhere.length > 0) tell(tellElsewhere(elsewhere, file));
  if (unsure.length > 0) {
    // Without a cover nobody can tell either, where the columns are gone by which people could.
    const gone = isTold ? [] : takenOut(sheet, wanted?.rows ?? [], true);
    if (gone.length > 0) tell(diagnose('return-columns', { columns: gone, own: [] }, file));
    const words = unsure.map(({ at, header, text }) => `${withinFile(at)} “${header}”：“${text}”`);
    tell(diagnose('return-unsure', { words, count: words.length }, file));
    rest.push(...unsure.map(({ at, header, text }) => ({ unit, said: `${header}：${text}`, at })));
  }
  const listed = sheet.listed && new Set(sheet.listed);
  const wasThere = (row: SheetRow) => (listed ? listed.has(row.id) : edition === 'current');
  const missing = isChanged
    ? (wanted?.rows ?? []).filter((row) => isSurelyOwn(row) && !pairs.has(row) && wasThere(row))
    : goneFromText(wanted?.rows ?? [], sheet, pairs, {
        answered: (row) => answered?.get(row.id) ?? row,
        isPlaced,
      });
  if (isChanged) {
    const written = writtenIn(sheet);
    if (written.length > 0) tell(diagnose('return-written', { words: written, count: written.length }, file));
    const isWhole = sheet.rows.every((row) => row.isEdited === false);
    // What is printed in a sheet of an earlier edition cannot be compared, but for rows that bear their checks.
    if (parts.length > 0 && isWhole) {
      // Rows have gone to another worksheet.
    } else if (
      edition !== 'current' ||
      // In another form nothing tells that anything else was changed.
      (!isConverted &&
        written.length === 0 &&
        absent.length === 0 &&
        heads.headers.length === 0 &&
        stray.count + missing.length === 0 &&
        !problems.some(({ code }) => EXPLAINING.has(code)))
    )
      tell(diagnose('return-changed', undefined, file));
  }
  // Rows of which nothing tells which task they are of: the missing ones may be among these.
  const unknown = sheet.rows.filter(
    (row) =>
      row.kept === null && !meant.has(row) && (row.cells.name ?? '').trim() !== '' && !tasks.has(row.id),
  ).length;
  // By its title a sheet without a cover is known.
  const strays = sheet.stray.filter(({ text }) => !isTitleOf(unit ?? '', text));
  rest.push(...besideRows({ ...sheet, stray: strays }, unit, hasMore, others));
  if (unit !== null) {
    astray.push(...(isChanged ? others : [...strays, ...others]));
    const words = astray.map(({ at, text }) => `${withinFile(at)}“${text}”`);
    if (words.length > 0) tell(diagnose('return-astray', { words, count: words.length }, file));
  }
  return {
    wanted: unitSheet,
    file: { file, unit, edition, reported: reports.size, cover: { ...sheet.cover } },
    reports,
    answers,
    rest,
    problems,
    ...(missing.length > 0 && { missing: { tasks: missing.map(({ id, name }) => ({ id, name })), unknown } }),
    ...(left.length > 0 && { left }),
    ...(passedOn.length > 0 && { passedOn }),
    unsure: unsure.length,
    last: {
      updated: lastDay(sheet.rows, year, on),
      saved: saved ?? '',
      isAsWritten: came.carried !== undefined && came.carried === saidDigest([came]),
    },
  };
}

function entriesIn({ filled, own, notes }: Entries): Entries {
  return { filled, own, notes };
}

function tellElsewhere(
  all: readonly { readonly at: ReturnedRow['at']; readonly words: readonly WordsElsewhere[] }[],
  file: string,
): Diagnostic {
  const where = Array.from(new Set(all.flatMap(({ words }) => words.map((each) => each.where))));
  const said = all.map(({ at, words: [first] }) => `${withinFile(at)}“${first?.text ?? ''}”`);
  return diagnose('return-words-elsewhere', { where, said, count: all.length }, file);
}

/** Tells which rows are of no task that is surely theirs, and whose they look like. */
function tellLike(
  rows: readonly { readonly row: ReturnedRow; readonly task: SheetRow }[],
  file: string,
): Diagnostic {
  return diagnose(
    'return-only-like',
    {
      names: rows.map(({ row: { cells, id } }) => cells.name ?? id),
      like: rows.map(({ task }) => task.name),
      rows: rows.map(({ row }) => withinFile(row.at)),
      count: rows.length,
    },
    file,
  );
}

/** Whether a row has another place in the notice than it was printed with, and nobody has written over that. */
function isMovedNumber(
  { cells, edits, isEdited }: ReturnedRow,
  id: NoticeColumn,
  isChanged: boolean,
): boolean {
  const isAsPrinted = edits ? edits[id] === undefined : isEdited === false || !isChanged;
  return isAsPrinted && isPlaceOnly(id, cells[id] ?? '');
}

/** The columns in which words stand that were printed nowhere. */
function typedOver({ edits = {} }: ReturnedRow): (typeof SHEET_COLUMNS)[number][] {
  return SHEET_COLUMNS.filter(({ id }) => edits[id] === 'typed');
}

/** Whether there is more than an answer on a question: a remark, a comment, something in a column of their own. */
function hasMore({ filled: { answer: _, ...filled }, own, notes }: Entries): boolean {
  return isFilled({ filled, own, notes });
}

/** A row of a group's sheet as its member has it on its own. */
function asMember(own: TaskSheet | undefined, row: SheetRow | undefined): SheetRow | undefined {
  return row && (own?.rows.find(({ id }) => id === row.id) ?? { ...row, part: 'member' });
}

function reportOf(
  row: ReturnedRow,
  unit: string,
  expected: SheetRow | undefined,
  { on, year }: { readonly on: string | null; readonly year: number | null },
): Report {
  const { cells, filled, own, notes, at } = row;
  const { status = '', due, progress = '' } = filled;
  const context = { name: cells.name ?? '', year: null };
  const as = leadsAs(expected);
  const said = { status: statusOf(status), due: dayMeant(due, year), filled, own };
  return {
    unit,
    part: expected?.part ?? null,
    ...(as && { leadsAs: as }),
    ...(expected && isOverseeing(expected) && { oversees: true }),
    state: stateOf(said, expected, on),
    status: said.status,
    due: said.due,
    filled,
    own,
    notes,
    figures: readDemands(typedText(progress), context).indicators.map(({ text }) => text),
    at,
  };
}

/** What a unit is to report of, and how much it has not answered yet whether it is to. */
export function expected(sheet: TaskSheet): { readonly rows: readonly SheetRow[]; readonly open: number } {
  return { rows: sheet.rows.filter(isSurelyOwn), open: askedIn(sheet).open };
}
