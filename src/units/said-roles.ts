import type { SaidRole } from '../words/role-words.js';
import { isMeant, type Piece } from './pieces.js';

/** What a label or a word says of a name. */
interface Saying {
  readonly role: SaidRole;
  readonly said: string;
  readonly mayLead?: true | undefined;
}

/**
 * Gives each name the role that the cell says it has. 牵头单位： is of all names after it, （牵头） of the
 * name before it, or else after it, 牵头 of all names since the last such word. Where a cell says who
 * leads, those of whom it says nothing are responsible.
 */
export function giveRoles(pieces: readonly Piece[]): Piece[] {
  const sayings = new Map<number, Saying>();
  let label: Saying | undefined;
  let since = 0;
  for (const [i, piece] of pieces.entries()) {
    if (piece.kind === 'label') {
      label = sayingOf(piece);
      since = i + 1;
    } else if (isMeant(piece)) {
      if (label) sayings.set(i, label);
    } else if (piece.kind === 'word' && piece.bracketed && piece.role !== 'shared') {
      const before = pieces[i - 1];
      sayings.set(before && isMeant(before) ? i - 1 : i + 1, sayingOf(piece));
    } else if (piece.kind === 'word' && !piece.bracketed) {
      for (let j = since; j < i; j++) {
        if (!sayings.has(j)) sayings.set(j, sayingOf(piece));
      }
      since = i + 1;
    }
  }
  const leads = Array.from(sayings.values()).some(({ role }) => role === 'lead');
  return pieces.map((piece, i) => {
    if (!isMeant(piece)) return piece;
    const { role = 'shared', said, mayLead } = sayings.get(i) ?? {};
    const known = role === 'shared' ? (leads ? 'responsible' : undefined) : role;
    return {
      ...piece,
      ...(known && { role: known }),
      ...(said !== undefined && { said }),
      ...(mayLead && { mayLead }),
    };
  });
}

/** 牵头单位：, （牵头）: without the colon and the brackets. */
const AROUND_WORDS = /[（()）：:\s]/g;

function sayingOf(piece: Extract<Piece, { kind: 'label' | 'word' }>): Saying {
  return { role: piece.role, said: piece.text.replace(AROUND_WORDS, ''), mayLead: piece.mayLead };
}

/**
 * Settles who leads in a clause, of whose parts each was read by itself: those who may lead
 * (主管部门, 承办单位, one unit alone that 负责) do so where nobody else is said to, and are responsible
 * where somebody is. Once somebody leads, those of whom nothing is said are responsible.
 *
 * @param pieces all pieces of one clause; settling again, with more pieces, is right
 */
export function settleLeads(pieces: readonly Piece[]): Piece[] {
  const meant = pieces.filter(isMeant);
  const said = meant.some(({ role, mayLead }) => role === 'lead' && !mayLead);
  const leads = said || meant.some(({ mayLead }) => mayLead);
  return pieces.map((piece) => {
    if (!isMeant(piece)) return piece;
    if (piece.mayLead) return { ...piece, role: said ? 'responsible' : 'lead' };
    return leads && !piece.role ? { ...piece, role: 'responsible' } : piece;
  });
}
