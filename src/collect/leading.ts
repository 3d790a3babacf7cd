import type { Report, Standing, TaskReports } from '../model/roll-up.js';
import type { SheetRow } from '../model/sheet.js';

// Who leads a task: the one rule that its progress, its contradictions and what is printed of it go by.

/** As what a unit leads a task by another name than its own: an office that it hosts, or a body that it is a member of. */
export function leadsAs(row: Pick<SheetRow, 'part' | 'duties'> | undefined): Standing['leadsAs'] {
  if (!row || row.part === 'lead') return undefined;
  const leading = row.duties.filter(({ role, degree }) => role === 'lead' && degree !== 'possible');
  const office = leading.flatMap((duty) => duty.office ?? [])[0];
  if (office !== undefined) return { by: 'office', name: office };
  const group = leading.flatMap(({ via = [] }) => via)[0];
  return group === undefined ? undefined : { by: 'group', name: group };
}

/** Whether a unit only sees to it that others do a task: as the host of an office, or as a member of a body. */
export function isOverseeing({ part, duties }: Pick<SheetRow, 'part' | 'duties'>): boolean {
  const sure = duties.filter(({ degree }) => degree !== 'possible');
  return part !== 'confirmed' && sure.length > 0 && sure.every(({ role }) => role === 'supervising');
}

/** Whether a unit is one of those that lead. */
export function isLeading({ part, leadsAs: as }: Pick<Standing | Report, 'part' | 'leadsAs'>): boolean {
  return part === 'lead' || as !== undefined;
}

/** Whether a unit speaks for the whole task: of many that lead it together, each tells of its own part. */
export function speaksForAll(of: Pick<Report, 'part' | 'leadsAs'>): boolean {
  return isLeading(of) && of.leadsAs?.by !== 'group';
}

/** Whether it is a duty that only the body of the notice states. */
export function isOfBody({ lead, category }: Pick<TaskReports, 'lead' | 'category'>): boolean {
  return lead === undefined && category.table === null;
}
