import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Document } from '../model/document.js';
import type { Letterhead, Notice, NoticeContent, OtherTable } from '../model/notice.js';
import type { Passage } from '../model/passage.js';
import { failed, type Result } from '../model/result.js';
import { inPlace, listOfPeople, type Settled } from '../tables/index.js';
import { DATE_LABELS, labelIn, TITLE_LABELS } from '../words/documents.js';
import { shapeOf } from '../words/shapes.js';
import { classify } from './blocks.js';
import { joinTables } from './continued.js';
import { divide } from './divide.js';
import { emptyAppendices } from './empty.js';
import { balance } from './ledger.js';
import { secondNotice, tooManyRows, unmarkedCells } from './refusals.js';

/**
 * Takes a Document apart into letterhead, outline and appendix tables, and draws up the ledger. Its
 * blocks are classified once; whatever comes after goes by what they are.
 *
 * @param settled what a person has said of the headers of tables
 * @returns the Notice, or why it cannot be read: `rows-too-many`, `two-notices`, `cells-unmarked`. A table that
 *   cannot be read is an error (`table-no-header`) and is kept as printed; text that belongs nowhere is one
 *   (`text-unclaimed`) and is kept in the ledger.
 */
export function readNotice(document: Document, settled: Settled = () => undefined): Result<Notice> {
  const excess = tooManyRows(document);
  if (excess) return failed(excess);
  const blocks = classify(document, settled);
  const second = secondNotice(blocks);
  if (second) return failed(second);
  const unmarked = unmarkedCells(blocks);
  // One table that cannot be read takes no other with it.
  const isAll = !blocks.some((block) => block.kind === 'table' && block.tasks?.value);
  if (unmarked && isAll) return failed(unmarked);

  const joined = joinTables(blocks, { lines: document.lines, settled });
  const divided = divide(joined.blocks, document.lines);
  const readings = divided.tables.map(inPlace);
  const unread = readings.flatMap((reading) => reading.unread ?? []);

  const content: NoticeContent = {
    ...divided,
    letterhead: withParticulars(divided.letterhead, divided.otherTables),
    tables: readings.flatMap(({ table }) => table ?? []),
    otherTables: [...divided.otherTables, ...unread],
  };
  const { name, lines, shown } = document;
  const ledger = balance(document, content);
  const diagnostics = [
    ...letterheadLines(content.letterhead, name),
    ...(unmarked ? [unmarked] : []),
    ...joined.diagnostics,
    ...readings.flatMap((reading) => reading.diagnostics),
    ...emptyAppendices(joined.blocks, content).map(({ label, title }) =>
      diagnose('appendix-empty', { title: [label, ...title].map(({ text }) => text).join(' ') }, label.at),
    ),
    ...divided.otherTables.filter(({ within }) => within !== 'letterhead').map(otherTableLine),
    ...ledger.rest.map(({ text, at }) => diagnose('text-unclaimed', { text }, at)),
  ];
  return { value: { ...content, ledger, name, lines, shown }, diagnostics };
}

/** A table of particulars, as web pages have it, says the number, the title and the date where the letterhead does not. */
function withParticulars(letterhead: Letterhead, otherTables: readonly OtherTable[]): Letterhead {
  const rows = otherTables
    .filter(({ within }) => within === 'letterhead')
    .flatMap((table) => table.rows.map(({ cells }) => cells.map(({ passage }) => passage)));
  const cells = rows.flat();
  const number = letterhead.number ?? cells.find(({ text }) => shapeOf(text) === 'document-number');
  const date = letterhead.date ?? behindLabel(rows, DATE_LABELS, (text) => shapeOf(text) === 'date');
  const title =
    letterhead.title.length > 0 ? undefined : behindLabel(rows, TITLE_LABELS, (text) => text !== '');
  return {
    ...letterhead,
    ...(number && { number }),
    ...(date && { date }),
    ...(title && { title: [title] }),
  };
}

/** The first cell behind one of these labels that is what one looks for. */
function behindLabel(
  rows: readonly (readonly Passage[])[],
  labels: readonly string[],
  isWanted: (text: string) => boolean,
): Passage | undefined {
  return labels
    .flatMap((label) =>
      rows.flatMap((row) => row.filter((_, i) => labelIn(row[i - 1]?.text ?? '') === label)),
    )
    .find(({ text }) => isWanted(text.trim()));
}

/** What a letterhead lacks. */
function letterheadLines({ number, title, date }: Letterhead, name: string): Diagnostic[] {
  return [
    ...(number ? [] : [diagnose('number-missing', undefined, name)]),
    ...(title.length > 0 ? [] : [diagnose('title-missing', undefined, name)]),
    ...(date ? [] : [diagnose('date-missing', undefined, name)]),
  ];
}

function otherTableLine({ rows, at }: OtherTable): Diagnostic {
  const people = listOfPeople({ rows });
  if (people) return diagnose('table-of-people', { header: people.header, units: people.units ?? '' }, at);
  const header = rows[0]?.cells.map(({ passage }) => passage.text || '空').join('、') ?? '';
  return diagnose('table-no-tasks', { header }, at);
}
