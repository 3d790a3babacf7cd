import type { Duty, NoticeColumn } from '../../../model/sheet.js';
import { linesOf, WHO } from '../../../sheets/index.js';
import type { SheetLine } from './lines.js';

/** Whom it names for what the unit may have to do, and who leads: so the unit's part needs no column of its own. */
export function askedWords({ text, open = [] }: SheetLine): string {
  const isOpen = (id: NoticeColumn) => open.some((role) => OPEN_IN[role].includes(id));
  const all = WHO.map(([word, id]) => ({ id, word, said: text(id) }));
  if (!all.some(({ id, said }) => said !== '' && isOpen(id))) return text('duties');
  const meant = all.filter(({ id }) => id === 'lead' || id === 'people' || isOpen(id));
  return linesOf(meant.map(({ id, word, said }) => [isOpen(id) ? `可能${word}` : word, said] as const));
}

/** Where it says whom a role means. */
const OPEN_IN: Record<Duty['role'], readonly NoticeColumn[]> = {
  lead: ['lead'],
  responsible: ['responsible', 'helping'],
  supervising: ['supervising'],
  body: [],
};
