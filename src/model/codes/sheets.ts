import { error, info, warning } from './kind.js';

/** What may be told of sheets: those that units sent back, their roll-up, and those that are carried over. */
export const SHEETS = {
  'not-a-sheet': error(3),
  'nothing-returned': error(3, { path: 'text' }),
  'return-unit': error(1, { unit: 'text' }),
  'return-unit-differs': warning({ cover: 'text', name: 'text' }),
  'return-twice': warning({ unit: 'text', first: 'text', by: 'text' }),
  'return-form': error(1, { form: 'text' }),
  'return-unread': warning({ unit: 'text' }),
  'return-link': warning(),
  'return-folder': error(1),
  'return-old': warning({ edition: 'text' }),
  'return-lost': warning({ lost: 'texts' }),
  'return-task': warning({ id: 'text' }),
  'return-ids': warning({ ids: 'texts', count: 'number' }),
  'return-again': warning({ id: 'text' }),
  'return-changed': warning(),
  'return-edited': warning({ column: 'text', text: 'text' }),
  'return-status': warning({ status: 'text', known: 'texts' }),
  'return-answer': warning({ answer: 'text', known: 'texts' }),
  'return-answers-differ': warning({ unit: 'text', asked: 'text', answers: 'texts' }),
  'return-date': warning({ column: 'text', text: 'text' }),
  'return-conflict': warning({ name: 'text', lead: 'text', status: 'text', others: 'statuses' }),

  'roll-up-damaged': error(3, { path: 'text', field: 'text?' }),
  'roll-up-other-version': error(3, { path: 'text' }),
  'roll-up-other-notice': warning({ path: 'text', rollUp: 'text', notice: 'text' }),
  'roll-up-stray': warning({ count: 'number', names: 'texts' }),

  'sheet-kept': warning({ lost: 'texts', name: 'text' }),
  'sheet-of-other': error(1, { unit: 'text', own: 'text', name: 'text' }),
  'sheet-renamed': warning({ unit: 'text', former: 'text', name: 'text' }),
  'sheets-moved': info({ count: 'number', names: 'texts' }),
  'sheet-beside': warning({ unit: 'text', names: 'texts' }),
  'sheet-formulas': warning({ sheets: 'texts' }),
  'sheet-unplaced': warning({ count: 'number' }),
} as const;
