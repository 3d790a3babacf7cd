import { error, info, warning } from './kind.js';

/** Signs that a notice may print in two widths. */
const SIGNS = ['digit', 'percent', 'letter', 'bracket', 'comma', 'colon', 'semicolon'] as const;

/** What the rules of `check` may tell of a notice: each code is a rule's, by which settings name it. */
export const FINDINGS = {
  'lead-missing': error(1, { task: 'reference' }),
  'lead-inferred': warning({ task: 'reference', leads: 'texts' }),
  'responsible-empty': warning({ task: 'reference' }),
  'lead-and-responsible': warning({ task: 'reference', name: 'text' }),
  'unit-twice': warning({ task: 'reference', name: 'text' }),
  'unit-unknown': warning({ name: 'text', nearest: 'texts' }),
  'unit-misspelt': warning({ name: 'text', nearest: 'texts' }),
  'group-unknown': info({ name: 'text', tasks: 'number' }),
  'unit-only-in-body': warning({ measure: 'text', name: 'text' }),
  'goal-missing': error(1, { task: 'reference' }),
  'indicator-conflict': warning({
    subject: 'text',
    earlier: 'text',
    earlierIn: 'reference',
    later: 'text',
    laterIn: 'reference',
  }),
  'percent-over': warning({ rate: 'text', subjects: 'texts' }),
  'rate-without-deadline': warning({ task: 'reference', subject: 'text', rate: 'text' }),
  'body-differs': warning({
    task: 'reference',
    clause: 'text',
    measure: 'text',
    words: 'text',
    swapped: 'flag',
    differences: 'differences',
  }),
  'level-mixed': warning({ excerpt: 'text' }),
  'document-names': warning({ title: 'text', here: 'text', marked: 'flag' }),
  'sentence-without-task': info({ measure: 'text', text: 'text', part: ['sentence', 'figure'] }),
  'task-without-measure': info({ task: 'reference' }),
  'number-sequence': warning({ number: 'text', expected: 'number', last: 'number?' }),
  'name-inferred': info({ task: 'reference', rows: 'number' }),
  'name-repeated': info({ task: 'reference' }),
  'brackets-unbalanced': warning({ mark: 'text', around: 'text' }),
  'width-mixed': info({ sign: SIGNS, found: 'text', width: ['half', 'full'] }),
} as const;

/** The code of a rule, and of what it finds. */
export type RuleCode = keyof typeof FINDINGS;
