import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Document, Passage } from '../model/document.js';
import { MOST_ROWS } from '../model/limits.js';
import type { Notice, OtherTable } from '../model/notice.js';
import { failed, type Result } from '../model/result.js';
import { joinTables, readTable } from '../tables/index.js';
import { roleOf } from '../words/columns.js';
import { shapeOf } from '../words/shapes.js';
import { balance } from './ledger.js';
import { divide } from './parts.js';

/**
 * Takes a Document apart into letterhead, outline and appendix tables, and draws up the ledger.
 *
 * @returns the Notice, or why it cannot be read: `two-notices`, `table-no-header`.
 *   Text that belongs nowhere is an error (`text-unclaimed`) and is kept in the ledger.
 */
export function readNotice(document: Document): Result<Notice> {
  const refusal = tooManyRows(document) ?? secondNotice(document.blocks) ?? unmarkedCells(document.blocks);
  if (refusal) return failed(refusal);
  const joined = joinTables(document.blocks);
  const { tables: places, ...parts } = divide(joined.blocks);
  const read = places.map(readTable);
  const refused = [...joined.diagnostics, ...read.flatMap(({ diagnostics }) => diagnostics)].filter(
    ({ severity }) => severity === 'error',
  );
  if (refused.length > 0) return failed(...refused);

  const { otherTables } = parts;
  const stated = parts.letterhead.number ?? inTables(otherTables, 'document-number');
  const letterhead = { ...parts.letterhead, ...(stated && { number: stated }) };
  const tables = read.flatMap(({ value }) => value ?? []);
  const notice = { ...parts, letterhead, tables };
  const ledger = balance(document, notice);
  const { number, title, date } = letterhead;
  const diagnostics: Diagnostic[] = [
    ...(number ? [] : [diagnose('number-missing', undefined, document.name)]),
    ...(title.length > 0 ? [] : [diagnose('title-missing', undefined, document.name)]),
    ...(date ? [] : [diagnose('date-missing', undefined, document.name)]),
    ...joined.diagnostics,
    ...read.flatMap((table) => table.diagnostics),
    ...otherTables.filter(({ part }) => part !== 'letterhead').map(otherTableLine),
    ...ledger.rest.map(({ text, at }) => diagnose('text-unclaimed', { text }, at)),
  ];
  return {
    value: { ...notice, ledger, name: document.name, placeOf: document.placeOf },
    diagnostics,
  };
}

/** What a table of particulars, as web pages have it, says of the notice. */
function inTables(tables: readonly OtherTable[], shape: 'document-number'): Passage | undefined {
  return tables
    .filter(({ part }) => part === 'letterhead')
    .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ passage }) => passage)))
    .find(({ text }) => shapeOf(text) === shape);
}

function otherTableLine({ rows, at }: OtherTable): Diagnostic {
  const header = rows[0]?.cells.map(({ passage }) => passage.text || '空').join('、') ?? '';
  return diagnose('table-no-tasks', { header }, at);
}

function tooManyRows({ blocks, name }: Document): Diagnostic | undefined {
  const rows = blocks.reduce((sum, block) => sum + (block.kind === 'table' ? block.rows.length : 0), 0);
  return rows > MOST_ROWS ? diagnose('rows-too-many', { rows, most: MOST_ROWS }, name) : undefined;
}

/** Headers one under the other, each a paragraph: a table whose cells nothing tells apart any more. */
function unmarkedCells(blocks: Document['blocks']): Diagnostic | undefined {
  let run: Passage[] = [];
  for (const block of blocks) {
    const role = block.kind === 'paragraph' ? roleOf(block.passage.text) : 'other';
    if (block.kind === 'paragraph' && role !== 'other') run.push(block.passage);
    else run = [];
    const roles = new Set(run.map(({ text }) => roleOf(text)));
    const [first] = run;
    if (first && roles.size >= 3 && (roles.has('lead') || roles.has('responsible'))) {
      return diagnose('cells-unmarked', undefined, first.at);
    }
  }
  return undefined;
}

/** A second document number with addressees of its own after the first notice has ended with its date. */
function secondNotice(blocks: Document['blocks']): Diagnostic | undefined {
  let first: Passage | undefined;
  let second: Passage | undefined;
  let ended = false;
  for (const block of blocks) {
    if (block.kind === 'table') continue;
    const { passage } = block;
    const shape = shapeOf(passage.text);
    if (shape === 'document-number' && !first) first = passage;
    else if (shape === 'document-number' && ended) second ??= passage;
    else if (shape === 'date') ended ||= first !== undefined;
    else if (shape === 'addressees' && second && first) {
      return diagnose('two-notices', { first: first.text, second: second.text }, second.at);
    }
  }
  return undefined;
}
