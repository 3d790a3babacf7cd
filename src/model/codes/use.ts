import { error, unsettled, warning } from './kind.js';

/** What may be told of how the program is used: its commands, its settings, the files that it writes. */
export const USE = {
  usage: error(2, { text: 'text' }),
  'unit-not-found': error(2, { name: 'text', nearest: 'texts' }),
  'table-not-found': error(2, { name: 'text', tables: 'texts' }),

  'column-not-found': warning({ header: 'text', headers: 'texts' }),

  // What people keep beside a notice.
  'registry-invalid': error(3, { detail: 'text' }),
  'registry-cell': error(3, { detail: 'text' }),
  'registry-open': warning({ group: 'text', count: 'number' }),
  'registry-column': warning({ header: 'text' }),
  'registry-row': warning({ text: 'text' }),
  'registry-repeated': warning({ name: 'text' }),
  'registry-replaced': warning({ by: 'text' }),
  'name-shared': error(3, { name: 'text', units: 'texts' }),
  'config-invalid': error(3, { detail: 'text' }),
  'rule-unknown': error(3, { rule: 'text', nearest: 'texts' }),

  // Task books.
  'book-not-found': error(3, { file: 'text' }),
  'book-damaged': error(3, { path: 'text', field: 'text?' }),
  'book-other-version': error(3, { path: 'text', found: 'text', expected: 'text' }),
  'editions-unlike': warning(),
  'told-earlier': warning({ code: 'text', message: 'text' }),

  // Files that are written.
  'output-busy': error(3, { path: 'text' }),
  'output-changed': error(3, { path: 'text' }),
  'output-exists': error(3, { path: 'text' }),
  'output-unwritable': error(3, { path: 'text', reason: 'text' }),
  'output-kept': unsettled({ name: 'text' }),
  'output-stale': error(1, { path: 'text', names: 'texts' }),
  'output-partial': error(3, { path: 'text', reason: 'text' }),

  // The program's own fault, or the machine's.
  'run-stopped': error(3),
  internal: error(3, { detail: 'text' }),
} as const;
