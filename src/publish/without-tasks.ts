import { idsOf, leftIn } from '../collect/index.js';
import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { TaskSheet } from '../model/sheet.js';
import { isFilled } from '../sheets/index.js';
import type { Output } from './planned.js';
import { isForm, type Renewing } from './renew.js';

/**
 * What units have filled in that have no task any more, or for tasks that are others' now: it is told as long as it stands in no
 * sheet of another unit, at its task or at what that has become; and where that may be the same unit under its new name, the two names are told.
 *
 * @param outputs all that is written
 */
export function withoutTasks(
  outputs: readonly Output[],
  perhapsRenamed: Renewing['perhapsRenamed'],
): Diagnostic[] {
  const sheets = Array.from(new Set(outputs.flatMap(({ sheet }) => sheet ?? [])));
  return outputs.flatMap(({ name, sheet }) => {
    if (!sheet || !isForm(name)) return [];
    const { unit } = sheet;
    const rows = filledOnce(sheet);
    // As of most units: the rows of all others need not be looked through.
    if (rows.length === 0) return [];
    const heir = perhapsRenamed?.get(unit);
    if (heir !== undefined) return [diagnose('sheet-perhaps-renamed', { unit: heir, former: unit }, name)];
    const others = sheets.filter((each) => each.unit !== unit).flatMap((each) => each.rows);
    // Whether who has the task now has the words, only their sheet tells, where it is written, too.
    const there = new Set(others.map(({ id }) => id));
    const passedOn = rows.filter(({ ids, isOthers }) => isOthers && ids.some((id) => there.has(id)));
    const left = leftIn(sheet.rows.length === 0 ? rows : passedOn, others);
    const count = left.length;
    if (count === 0) return [];
    return [
      sheet.rows.length === 0
        ? diagnose('sheet-unit-gone', { unit, count }, name)
        : diagnose('sheet-tasks-gone', { unit, names: left.map((row) => row.name), count }, name),
    ];
  });
}

/** What is filled in for tasks that the unit has no more. */
function filledOnce({ kept }: TaskSheet) {
  return kept
    .filter((row) => row.part === 'cancelled' && isFilled(row))
    .map(({ cells, went, filled, own, notes }) => ({
      ids: idsOf(cells.id ?? '', went),
      name: cells.name ?? went?.name ?? '',
      isOthers: went?.kind === 'others',
      filled,
      own,
      notes,
    }));
}
