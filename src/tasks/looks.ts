// Who has which part by how a name is shown, where a legend says what that means: 加粗的为牵头单位.
import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { ShownSpan } from '../model/look.js';
import { type Passage, spansOf } from '../model/passage.js';
import type { Span } from '../model/place.js';
import type { Role } from '../model/taskbook.js';
import { lookLegendIn } from '../words/looks.js';
import type { Marks, RoleByLook } from './marks.js';
import type { ReadRow } from './reading.js';

/** What how names are shown says of their part: half of a name's characters, at least, have the look. */
export function roleByLook({ looks }: Pick<Marks, 'looks'>, shown: readonly ShownSpan[]): RoleByLook {
  const said = shown.flatMap(({ look, span }) => {
    const role = looks.get(look);
    return role ? [{ role, span }] : [];
  });
  if (said.length === 0) return () => undefined;
  return (at) => {
    const spans = at.spans ?? [];
    const size = spans.reduce((sum, [start, end]) => sum + end - start, 0);
    return ROLES.find((role) => {
      const own = said.filter((each) => each.role === role);
      const covered = own.reduce((sum, { span }) => sum + common(spans, span), 0);
      return size > 0 && covered * 2 >= size;
    });
  };
}

const ROLES: readonly Role[] = ['lead', 'supervising', 'responsible'];

function common(spans: readonly Span[], [from, to]: Span): number {
  return spans.reduce((sum, [start, end]) => sum + Math.max(0, Math.min(end, to) - Math.max(start, from)), 0);
}

/** Whether some of what these cells name is shown in a way that says a part, and some is not. */
export function tellsApart(
  cells: readonly Passage[],
  { looks }: Pick<Marks, 'looks'>,
  shown: readonly ShownSpan[],
): boolean {
  const told = shown.filter(({ look }) => looks.has(look));
  const size = cells.reduce((sum, { text }) => sum + text.replace(/[^\p{Script=Han}]/gu, '').length, 0);
  const covered = cells.reduce(
    (sum, cell) => sum + told.reduce((all, { span }) => all + common(spansOf(cell), span), 0),
    0,
  );
  return covered > 0 && covered < size;
}

/**
 * An error where a legend says by their looks who leads and rows have nobody who does: the form does not carry them,
 * or all names are shown alike.
 *
 * @param legends where such a legend may stand
 */
export function lookLine(
  legends: readonly Passage[],
  { looks }: Pick<Marks, 'looks'>,
  rows: readonly ReadRow[],
): Diagnostic[] {
  if (!Array.from(looks.values()).includes('lead')) return [];
  const unled = rows.filter(({ task }) => task.lead.length === 0 && task.responsible.length > 0);
  const [first] = unled;
  const legend = legends.find(({ text }) => lookLegendIn(text).length > 0);
  if (!first) return [];
  return [diagnose('lead-by-look', { legend: legend?.text ?? '', count: unled.length }, first.task.at)];
}
