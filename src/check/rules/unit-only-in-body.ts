import { measuresOf, rowsOf } from '../../model/book.js';
import { untasked } from '../../tasks/index.js';
import type { Rule } from '../rule.js';

export const unitOnlyInBody: Rule<'unit-only-in-body'> = {
  code: 'unit-only-in-body',
  find: (book) => {
    const areRows = rowsOf(book).length > 0;
    return measuresOf(book).flatMap((measure) =>
      untasked(measure, areRows).map(({ name, at }) => ({ args: { measure: measure.number, name }, at })),
    );
  },
};
