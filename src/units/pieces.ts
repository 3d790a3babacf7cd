import type { Role } from '../model/taskbook.js';
import { AND } from '../words/collectives.js';
import type { SaidRole } from '../words/role-words.js';
import type { Membership } from './membership.js';

/** What joins names that share a part: 、 or a conjunction. */
export const JOINED = new RegExp(`^(?:、|${AND})$`);

interface CellStretch {
  readonly text: string;
  /** Offset into the cell's text. */
  readonly start: number;
}

/** What the text itself says of somebody's part, if it says anything. */
interface SaidPart {
  readonly role?: Role;
  /** The words that say it, as printed: 牵头, 责任单位, 按职责分工负责. */
  readonly said?: string;
  /**
   * They lead only where nobody in the whole clause is said to (主管部门, 某局负责); `told` where 由 stands before them
   * (由某局实施，某局指导); see `settleLeads`.
   */
  readonly mayLead?: true | 'told';
}

/** A name; `text` is as printed, `unit` the full name. */
interface MeantName {
  readonly kind: 'name';
  readonly unit: string;
  /** It stands where a name stands, and has not the form of one. */
  readonly odd?: true;
  /** 广电局 in 省工业和信息化厅、广电局: the level that stands for all of a list was given back. */
  readonly prefixShared?: true;
  /** 中国电信 in 中国电信、中国移动某市分公司: the ending that stands for all of a list was given back. */
  readonly suffixShared?: true;
}

/** Who is meant, and the role that the cell itself says they have, if it says one. */
export type Meant = CellStretch &
  SaidPart &
  (
    | MeantName
    | { readonly kind: 'group'; readonly group: string; readonly membership: Membership }
    /** 等单位, 等社会应急力量业务管理部门: more units of the sort named before it are meant. */
    | { readonly kind: 'open' }
  );

/** What stands around names. */
type AroundNames = CellStretch &
  /** Separators; 由, numbers of a list and of footnotes; and what is none of all this, for callers to tell. */
  (
    | { readonly kind: 'separator' | 'leading' | 'unread' }
    /** 牵头单位：; a label that is `shared` only frames: 责任分工：. */
    | { readonly kind: 'label'; readonly role: SaidRole; readonly mayLead?: true }
    /** 牵头, （配合）. */
    | {
        readonly kind: 'word';
        readonly role: SaidRole;
        readonly bracketed: boolean;
        readonly mayLead?: true;
        readonly helps?: true;
      }
  );

/** A stretch of a cell that names units. All pieces of a cell, put together, are the cell's text. */
export type Piece = Meant | AroundNames;

/** Whether a piece is somebody: a unit, a group, or more of them. */
export function isMeant(piece: Piece): piece is Meant {
  return piece.kind === 'name' || piece.kind === 'group' || piece.kind === 'open';
}
