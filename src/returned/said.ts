import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { ReturnedSheet } from '../model/returned.js';
import { typedText } from '../sheets/index.js';

/** What stands in 进展状态 in other words than those of the list, and as what it is read: one line for a sheet. */
export function tellSaid({ rows, file }: Pick<ReturnedSheet, 'rows' | 'file'>): Diagnostic[] {
  const read = rows.flatMap(({ said, filled: { status } }) =>
    said === undefined ? [] : [[said, typedText(status)] as const],
  );
  if (read.length === 0) return [];
  const words = new Map(read);
  return [
    diagnose(
      'return-said',
      { said: [...words.keys()], status: [...words.values()], count: read.length },
      file,
    ),
  ];
}
