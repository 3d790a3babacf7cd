// Whom a table's title, or the row that heads a part of it, names for all rows below.
import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { AppendixTable } from '../model/notice.js';
import type { Passage } from '../model/passage.js';
import type { LineStarts } from '../model/place.js';
import type { Role } from '../model/taskbook.js';
import { isSaidToLead, titlesIn } from '../tables/index.js';
import { comparable } from '../words/columns.js';
import { HEADS_HELPERS, LEAD_HEADER } from '../words/role-words.js';
import { isPart } from '../words/roles.js';
import { headUnits, type LabelledUnits, labelledUnits } from './labelled.js';
import type { ReadRow } from './reading.js';

/** Who has a part in all rows, where a title says who leads, or who does what. */
export function captionsOf(printed: AppendixTable, main: Role, lines: LineStarts): readonly LabelledUnits[] {
  const head = headUnits(printed.head ?? [], main);
  if (head.length > 0) return head;
  const found = titlesOf(printed).flatMap((line) => labelledUnits(line, main, lines));
  const leads = found.filter(({ role }) => role === 'lead');
  if (printed.unit) return found.length > 1 ? found : [];
  return found.length > 1 ? found : leads;
}

/** The lines above a table, and its rows above the header that are a line each. */
function titlesOf({ heading, otherRows }: AppendixTable): Passage[] {
  const printed = otherRows.map(titlesIn);
  const end = printed.findIndex(({ length }) => length > 1);
  return [...heading, ...printed.slice(0, Math.max(0, end)).flat()];
}

/** A line for those who lead because a title or a section names them, and a column only those who help. */
export function leadsByTitle(
  { unit, heading, rows }: AppendixTable,
  columns: AppendixTable['columns'],
  read: readonly ReadRow[],
): Diagnostic[] {
  const helping = columns.find(({ role }) => isPart(role));
  if (!helping || !hasHelpersOnly(columns)) return [];
  const named = [
    ...(unit && !saysLead(heading) ? [unit] : []),
    ...rows.flatMap((row) => row.sectionUnit ?? []),
  ];
  const leading = new Set(read.flatMap(({ task }) => task.lead.map(({ text }) => text)));
  const units = Array.from(new Set(named)).filter((each) => !isSaidToLead(each) && leading.has(each.text));
  const [first] = units;
  const args = { leads: units.map(({ text }) => text), helping: comparable(helping.header) };
  return first ? [diagnose('lead-by-title', args, first.at)] : [];
}

/** 牵头单位：X in a table's title. */
const OF_LEAD = new RegExp(`${LEAD_HEADER}[：:]`);

/** Whether a table has a column for those who help, and none for those whom they help. */
export function hasHelpersOnly(columns: AppendixTable['columns']): boolean {
  const parts = columns.filter(({ role }) => isPart(role) || role === 'unit');
  return (
    parts.length > 0 &&
    parts.every(({ role, header }) => role === 'supervising' || HEADS_HELPERS.test(comparable(header)))
  );
}

/** The one whose tasks a table holds leads where others are printed as helping. */
export function unitRole({ columns, unit, heading }: AppendixTable): Role {
  const helps = hasHelpersOnly(columns);
  return unit && (helps || saysLead(heading)) ? 'lead' : 'responsible';
}

function saysLead(heading: readonly Passage[]): boolean {
  return heading.some(({ text }) => OF_LEAD.test(text));
}
