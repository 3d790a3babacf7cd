import type { ReturnedSheet } from '../model/returned.js';
import type { TaskBook } from '../model/taskbook.js';
import { type JoinedSheet, joinedSheet, lineageIn } from '../revise/index.js';
import { sheetFor } from '../sheets/index.js';
import { whoseIs } from './whose.js';

/** A table of a file with those that go on from it. */
export interface JoinedTable extends JoinedSheet {
  /** The table itself: the file's own sheet, or the first of another unit's. */
  readonly head: ReturnedSheet;
}

/**
 * What a table of a file is counted with: the file's own sheet with all tables that name nobody or its unit, or the first
 * table of another unit with the others of that one. Beside tables of another unit, one that names nobody may be that one's.
 *
 * @param own the file's own sheet
 * @param besides its further tables
 * @param came the table in question: one of all these
 */
export function joinedIn(
  book: TaskBook,
  own: ReturnedSheet,
  besides: readonly ReturnedSheet[],
  came: ReturnedSheet,
): JoinedTable {
  const whose = whoseIs(book, own);
  const ownerOf = new Map(besides.map((each) => [each, namedIn(book, each)]));
  const isShared = besides.some((each) => ![undefined, whose.unit].includes(ownerOf.get(each)));
  const owner = came === own ? undefined : ownerOf.get(came);
  const isOwn = owner === undefined || owner === whose.unit;
  const head = isOwn ? own : (besides.find((each) => ownerOf.get(each) === owner) ?? came);
  const { found, group = found } = isOwn ? whose : whoseIs(book, head);
  if (besides.length === 0 || group === undefined) return { head, returned: head, parts: [] };
  const further = besides.filter((each) => {
    const named = ownerOf.get(each);
    if (each === head) return false;
    return isOwn ? named === whose.unit || (named === undefined && !isShared) : named === owner;
  });
  return { head, ...joinedSheet(sheetFor(book, group), head, further, lineageIn(book)) };
}

/** The unit that a further table names, by its title or its worksheet; the file's name is its own sheet's. */
function namedIn(book: TaskBook, sheet: ReturnedSheet): string | undefined {
  return whoseIs(book, { ...sheet, file: '' }).unit ?? undefined;
}
