import { error, info, warning } from './kind.js';

/** What may be told of a file before anything in it is understood. */
export const READING = {
  'file-not-found': error(3, { path: 'text' }),
  'file-is-folder': error(3, { path: 'text' }),
  'file-unreadable': error(3, { path: 'text', reason: 'text' }),
  'file-empty': error(3),
  'file-binary': error(3),
  'file-broken': error(3),
  'file-encrypted': error(3),
  'file-too-large': error(3, { megabytes: 'number' }),
  'file-changing': error(3, { path: 'text' }),
  'elements-too-many': error(3, { most: 'number' }),
  'cells-too-many': error(3, { most: 'number' }),
  'rows-too-many': error(3, { rows: 'number', most: 'number' }),
  'no-notices': error(3, { path: 'text' }),
  'zip-no-document': error(3),
  'format-unsupported': error(3, { format: 'text' }),
  'page-without-notice': error(3),
  'page-too-deep': error(3, { deepest: 'number' }),
  'encoding-unknown': error(3),
  'encoding-wrong': error(3, { encoding: 'text' }),
  'encoding-damaged': error(3),
  'cells-unmarked': error(3),

  // What a format brings along.
  'tracked-changes': warning(),
  'text-box': info({ texts: 'texts' }),
  'numbering-rebuilt': info({ count: 'number' }),
  'numbering-unreadable': warning({ text: 'text' }),
  'nested-table': warning(),
  'sheet-hidden': warning({ sheet: 'text' }),
  'lines-ambiguous': error(1),
  'table-misaligned': error(1),
  'text-struck': warning({ sheet: 'text', cells: 'texts' }),
  'formulas-unsaved': warning({ sheet: 'text', cells: 'texts' }),
} as const;
