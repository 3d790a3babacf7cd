import { addTo } from '../model/grouping.js';
import type { ReturnedRow } from '../model/returned.js';
import type { SheetRow } from '../model/sheet.js';
import {
  DERIVED_HEADERS,
  SHEET_COLUMNS,
  typedHeader,
  typedText,
  unmarked,
  unspaced,
  whoWords,
} from '../sheets/index.js';

/** A row that bears the name of one task and the goal of another. */
interface Parted {
  readonly row: ReturnedRow;
  readonly named: SheetRow;
  readonly meant: SheetRow;
}

/**
 * Rows that somebody has sorted from 目标内容 on, with 任务名称 left behind, each with the task of its goal: what is filled in
 * stands beside that. The goals have changed places among these rows, and whom each row names has moved along; where only
 * goals have moved, or one was written over, names tell.
 */
export function sortedByGoal(
  returned: readonly ReturnedRow[],
  tasks: readonly SheetRow[],
): ReadonlyMap<ReturnedRow, SheetRow> {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const byGoal = new Map<string, SheetRow[]>();
  for (const task of tasks) addTo(byGoal, keyOf(task.goal), task);
  const parted = returned.flatMap((row): Parted[] => {
    const { name = '', goal = '' } = row.cells;
    const named = row.kept === null ? byId.get(row.id) : undefined;
    if (!named || keyOf(named.name) !== keyOf(name)) return [];
    const said = saidIn(row) ?? whoOf(named);
    const ofGoal = byGoal.get(keyOf(goal)) ?? [];
    const [meant, ...others] = ofGoal.length > 1 ? ofGoal.filter((task) => whoOf(task) === said) : ofGoal;
    return meant && others.length === 0 && meant !== named ? [{ row, named, meant }] : [];
  });
  const names = new Set(parted.map(({ named }) => named));
  const goals = new Set(parted.map(({ meant }) => meant));
  const isExchange =
    names.size === parted.length &&
    goals.size === parted.length &&
    [...goals].every((task) => names.has(task));
  const isMoved = isExchange && parted.some(isTold) && parted.every((each) => isTold(each) || isAlike(each));
  return new Map(isMoved ? parted.map(({ row, meant }) => [row, meant]) : []);
}

/** Whether a row names whom the task of its goal does, and the task of its name does not. */
function isTold({ row, meant, named }: Parted): boolean {
  return saidIn(row) === whoOf(meant) && whoOf(meant) !== whoOf(named);
}

/** Whom a row names, where that is not what its other columns say. */
function saidIn({ own }: ReturnedRow): string | undefined {
  const said = own[typedHeader(DERIVED_HEADERS.who)];
  return said === undefined ? undefined : keyOf(typedText(said));
}

/** Whether both tasks are of the same units: then nobody can tell from whom the row names. */
function isAlike({ meant, named }: Parted): boolean {
  return whoOf(meant) === whoOf(named);
}

function whoOf(task: SheetRow): string {
  return keyOf(whoWords((id) => SHEET_COLUMNS.find((column) => column.id === id)?.text(task) ?? ''));
}

function keyOf(text: string): string {
  return unspaced(unmarked(text));
}
