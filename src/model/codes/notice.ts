import { error, info, warning } from './kind.js';

/** What may be told of a notice: what cannot be read, what it leaves open, what was inferred. */
export const NOTICE = {
  'no-tasks': error(1),
  'two-notices': error(1, { first: 'text', second: 'text' }),
  'table-no-header': error(1, { header: 'text' }),
  'table-no-tasks': warning({ header: 'text' }),
  'table-continued': info(),
  'clause-unread': warning({ text: 'text' }),
  'column-of-units': warning({ header: 'text' }),
  'column-other': info({ header: 'text' }),
  'row-total': info(),
  'row-cell-count': error(1, { row: 'text', expected: 'number', found: 'number' }),
  'text-unclaimed': error(1, { text: 'text' }),

  // What the notice leaves open.
  'number-missing': warning(),
  'title-missing': warning(),
  'date-missing': warning(),
  'registry-none': info(),
  'name-inherited': info({ name: 'text' }),
  'lead-inherited': warning({ leads: 'texts' }),
  'lead-blank': warning(),
  'lead-by-order': info({ lead: 'text', rule: 'text' }),
  'responsible-blank': warning(),
  'cell-missing': info({ column: 'text' }),
  'header-repeated': info(),
  'unit-unlisted': warning({ name: 'text', nearest: 'texts' }),
  'unit-odd': warning({ name: 'text' }),
  'unit-near': warning({ name: 'text', nearest: 'texts', nearestAt: 'place?' }),
  'alias-general': info({ name: 'text', form: 'text', nameAt: 'place?' }),
  'members-by-place': info({ group: 'text', places: 'texts' }),
  'deadline-inferred': info({ count: 'number', by: 'text' }),
  'deadline-unread': warning({ text: 'text' }),
  'figure-unread': info({ text: 'text' }),
  'only-in-body': info({ name: 'text', measure: 'text', tasked: 'flag' }),
  'members-unknown': info({ group: 'text' }),
} as const;
