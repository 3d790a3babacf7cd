import type { Duty, NoticeColumn } from '../../../model/sheet.js';
import { linesOf, unmarked, WHO } from '../../../sheets/index.js';
import type { SheetLine } from './lines.js';

/**
 * Who leads, and the words by which the unit may be meant: so its part needs no column of its own. Of a long list of
 * others the first stands here; the whole one is in the columns that are folded away.
 */
export function askedWords({ text, open = [] }: SheetLine): string {
  const openIn = (id: NoticeColumn) => open.filter(({ role }) => OPEN_IN[role].includes(id));
  const all = WHO.map(([word, id]) => ({ id, word, said: unmarked(text(id)), open: openIn(id) }));
  if (!all.some((each) => each.said !== '' && each.open.length > 0)) return text('duties');
  const meant = all.filter((each) => each.id === 'lead' || each.id === 'people' || each.open.length > 0);
  return linesOf(
    meant.map(({ word, said, open: duties }) =>
      duties.length === 0
        ? ([word, said] as const)
        : ([`可能${word}`, shortened(said, viaOf(duties))] as const),
    ),
  );
}

/** Where it says whom a role means. */
const OPEN_IN: Record<Duty['role'], readonly NoticeColumn[]> = {
  lead: ['lead'],
  responsible: ['responsible', 'helping'],
  supervising: ['supervising'],
  body: [],
};

function viaOf(duties: readonly Duty[]): string[] {
  return Array.from(new Set(duties.flatMap(({ via = [] }) => via)));
}

/** As many characters of a list of units are said whole. */
const SHORT = 14;

/** What a list says of those that may be meant: 区教委……等单位, 区级有关部门; all of it where it does not say so. */
function shortened(said: string, via: readonly string[]): string {
  const parts = said.split(/[，；\n]/).filter((part) => via.some((word) => part.includes(word)));
  if (parts.length === 0) return said;
  return parts
    .map((part) => {
      const from = Math.min(...via.map((word) => part.indexOf(word)).filter((at) => at >= 0));
      const [first = ''] = part.slice(0, from).split('、');
      return part.length <= SHORT || first === '' ? part : `${first}……${part.slice(from)}`;
    })
    .join('，');
}
