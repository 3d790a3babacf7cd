import type { Degree, Duty, SheetPart } from '../model/sheet.js';
import type { TaskBook } from '../model/taskbook.js';

/** How sure each part of a sheet is. */
export const PART_DEGREES: Record<SheetPart, Degree> = {
  lead: 'named',
  responsible: 'named',
  supervising: 'named',
  body: 'named',
  hosted: 'named',
  member: 'member',
  confirmed: 'member',
  possible: 'possible',
};

/** The parts of a sheet in their order. */
export const PARTS = Object.keys(PART_DEGREES) as readonly SheetPart[];

/** The parts that the notice itself puts a task in: nobody has answered anything yet. */
type NoticePart = Exclude<SheetPart, 'confirmed'>;

/** Whether a task is surely a unit's to do: what the notice leaves open is asked and counted apart. */
export function isSurelyOwn({ part }: { readonly part: SheetPart }): boolean {
  return PART_DEGREES[part] !== 'possible';
}

/** The parts that a book's sheets may have: most notices have nobody supervise. */
export function partsIn({ tasks }: Pick<TaskBook, 'tasks'>): readonly NoticePart[] {
  const hasSupervisors = tasks.some(({ supervising }) => supervising.length > 0);
  return PARTS.filter(
    (part): part is NoticePart => part !== 'confirmed' && (part !== 'supervising' || hasSupervisors),
  );
}

/** From the surest to the least sure. */
export const DEGREES: readonly Degree[] = ['named', 'member', 'possible'];

/** The part of a unit's sheet that a task with these duties is in. */
export function partOf(duties: readonly Duty[]): NoticePart {
  const named = duties.filter(({ degree }) => degree === 'named');
  const own = named.filter(({ office }) => office === undefined);
  if (own.some(({ role }) => role === 'lead')) return 'lead';
  if (own.some(({ role }) => role === 'responsible')) return 'responsible';
  if (own.some(({ role }) => role === 'supervising')) return 'supervising';
  if (own.length > 0) return 'body';
  if (named.length > 0) return 'hosted';
  return duties.some(({ degree }) => degree === 'member') ? 'member' : 'possible';
}
