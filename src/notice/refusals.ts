import type { ColumnRole } from '../model/column-role.js';
import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Document } from '../model/document.js';
import { MOST_ROWS } from '../model/limits.js';
import type { Passage } from '../model/passage.js';
import { roleOf } from '../words/columns.js';
import type { Block } from './blocks.js';

/** More rows than are read. */
export function tooManyRows({ blocks, name }: Document): Diagnostic | undefined {
  const rows = blocks.reduce((sum, block) => sum + (block.kind === 'table' ? block.rows.length : 0), 0);
  return rows > MOST_ROWS ? diagnose('rows-too-many', { rows, most: MOST_ROWS }, name) : undefined;
}

/**
 * A second document number with addressees of its own after the first notice has ended with its date. The same
 * number again is the same notice: a site prints it with the date above the text.
 */
export function secondNotice(blocks: readonly Block[]): Diagnostic | undefined {
  let first: Passage | undefined;
  let second: Passage | undefined;
  let ended = false;
  for (const block of blocks) {
    if (block.kind === 'table') continue;
    const { passage, shape } = block;
    if (shape === 'document-number' && !first) first = passage;
    else if (shape === 'document-number' && ended)
      second ??= passage.text === first?.text ? undefined : passage;
    else if (shape === 'date') ended ||= first !== undefined;
    else if (shape === 'addressees' && second && first) {
      return diagnose('two-notices', { first: first.text, second: second.text }, second.at);
    }
  }
  return undefined;
}

/** Headers one under the other, each a paragraph: a table whose cells nothing tells apart any more. */
export function unmarkedCells(blocks: readonly Block[]): Diagnostic | undefined {
  let first: Passage | undefined;
  const roles = new Set<ColumnRole>();
  for (const block of blocks) {
    const role = block.kind === 'paragraph' ? roleOf(block.passage.text) : 'other';
    if (block.kind === 'table' || role === 'other') {
      first = undefined;
      roles.clear();
      continue;
    }
    first ??= block.passage;
    roles.add(role);
    if (roles.size >= 3 && (roles.has('lead') || roles.has('responsible'))) {
      return diagnose('cells-unmarked', undefined, first.at);
    }
  }
  return undefined;
}
