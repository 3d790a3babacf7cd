import { anyOf } from '../words/any-of.js';
import { kindByName } from '../words/kinds.js';
import { MARK, PLACE_MARK, TOWNSHIPS, ZONE } from '../words/levels.js';
import {
  BODY_OFFICE,
  EITHER_OFFICE,
  GOVERNMENT_BEFORE,
  LEVEL_BEFORE,
  LEVEL_OF_ALL,
  levelOfParty,
  OFFICE,
  PARTY_BEFORE,
  PARTY_OFFICE,
  partyOf,
  SEATED_IN_TOWN,
  STATE_OFFICE,
  TOWN_BEFORE,
  TOWN_OFFICE,
  YOUTH_LEAGUE,
} from '../words/offices.js';
import { BRACKETED } from '../words/punctuation.js';
import type { Lexicon } from './lexicon.js';
import type { Piece } from './pieces.js';
import { isSeat } from './seats.js';

/** What the last name that bears a level has before it. */
interface Borne {
  /** 市; nothing where only 中央 is printed. */
  readonly level?: string | undefined;
  /** 市委, where the name is a party committee's. */
  readonly party?: string | undefined;
  /** 市政府, where the name is of an office of the government's own. */
  readonly government?: string | undefined;
  /** The name itself. */
  readonly name: string;
}

const BEARERS = [PARTY_BEFORE, GOVERNMENT_BEFORE, YOUTH_LEAGUE, TOWN_BEFORE, LEVEL_BEFORE].map(
  (pattern) => new RegExp(pattern, 'u'),
);
const OF_ALL = new RegExp(LEVEL_OF_ALL, 'u');
/** A branch is elsewhere than its head, whose level it bears: 省生态环境厅驻某市监测中心, 国家税务总局某县税务局. */
const BRANCH = /驻|分院$|分公司$|分行$|^国家.{2,8}局.{2,}$/;
const SEATED = new RegExp(SEATED_IN_TOWN);
/** Whose divisions and branches are listed, and what the others of the list are called without it. */
const OWNERS: readonly { readonly first: RegExp; readonly other: RegExp }[] = [
  // 国家邮政局普遍服务司、市场监管司
  {
    first: /^(?<owner>国家\p{Script=Han}{2,6}局)(?=\p{Script=Han}{2,8}司$)/u,
    other: /^(?!国家)\p{Script=Han}{2,8}司$/u,
  },
  // 某省银监局、证监局
  {
    first: /^(?<owner>\p{Script=Han}{2,6}?)(?=(?:银监|证监|保监|银保监|金融监管)(?:局|分局)$)/u,
    other: /^(?:银监|证监|保监|银保监)(?:局|分局)$/u,
  },
  // 人民银行广州分行、深圳市中心支行
  {
    first: /^(?<owner>(?:中国)?人民银行|人行)(?=\p{Script=Han}{2,8}(?:分行|支行)$)/u,
    other: /^(?!\p{Script=Han}{0,6}行\p{Script=Han})\p{Script=Han}{2,6}(?:分行|中心支行)$/u,
  },
];
const OF_PARTYS = new RegExp(`^党委${PARTY_OFFICE.slice(1)}`, 'u');
const OF_TOWN = new RegExp(TOWN_OFFICE, 'u');
const IS_TOWN = new RegExp(`^${anyOf(TOWNSHIPS)}$`);
const [OF_LEVEL, OF_PARTY, OF_EITHER, OF_BODY, OF_STATE] = [
  OFFICE,
  PARTY_OFFICE,
  EITHER_OFFICE,
  BODY_OFFICE,
  STATE_OFFICE,
].map((pattern) => new RegExp(pattern, 'u')) as [RegExp, RegExp, RegExp, RegExp, RegExp];
/** A hospital without a level and a place of its own: 中医院 behind 区人民医院. */
const HOSPITAL = new RegExp(`^(?!${MARK}|${PLACE_MARK}).{1,6}医院$`, 'u');
/** A zone goes by its own name: 工业园区管委会, 经开区管委会. */
const OF_ZONE = new RegExp(
  `^(?:${ZONE}|经开区|高新区|产业园|工业园|园区|开发区)(?:党工委|管委会|管理委员会|管理办公室|办公室)$`,
);
/** 生态环境溪江分局: a branch that has its place in its name is of a level above. */
const PLACED = /^(?:生态环境|自然资源|规划|国土资源|税务|公安|市场监管|环保)\p{Script=Han}{2,3}分局$/u;
const PLATE = new RegExp(`${BRACKETED}$`);

/**
 * Gives back the level that stands for a whole list: 省工业和信息化厅、广电局 are 省工业和信息化厅 and 省广电局,
 * 市委组织部、宣传部 are 市委组织部 and 市委宣传部. It is that of the last name before that bears one. Only what
 * a level has by that name takes it (words/offices.ts): a name that begins with a place of its own, a bank,
 * a company, a school or a body that is led from above stays as it is printed.
 *
 * @param printed whether the same notice prints a name elsewhere; then what no table knows takes a level, too
 */
export function sharePrefixes(
  pieces: readonly Piece[],
  lexicon: Lexicon,
  printed: (name: string) => boolean = () => false,
): Piece[] {
  // Nobody shares with a name that stands alone, as most do.
  if (pieces.filter(({ kind }) => kind === 'name' || kind === 'group').length < 2) return [...pieces];
  let borne: Borne | undefined;
  let owner: { readonly name: string; readonly other: RegExp } | undefined;
  return pieces.map((piece) => {
    if (piece.kind === 'group') {
      const level = OF_ALL.exec(piece.text)?.groups?.['level'];
      if (level !== undefined) borne = { level, name: piece.text };
    }
    if (piece.kind !== 'name') return piece;
    const owning = ownerOf(piece.unit);
    if (owning) owner = owning;
    else if (owner?.other.test(piece.unit)) {
      const whole = owner.name + piece.unit;
      return { ...piece, unit: lexicon.find(whole)?.name ?? whole, prefixShared: true };
    } else owner = undefined;
    // A committee or government of a place is not of the level that the list is of.
    if (borne && (piece.prefixShared || isSeat(piece.unit))) return piece;
    const whole = lexicon.find(piece.text) ? undefined : borne && wholeName(piece.unit, borne, printed);
    if (whole === undefined) {
      borne = bearing(piece.unit) ?? borne;
      return piece;
    }
    return { ...piece, unit: lexicon.find(whole)?.name ?? whole, prefixShared: true };
  });
}

function ownerOf(unit: string): { readonly name: string; readonly other: RegExp } | undefined {
  for (const { first, other } of OWNERS) {
    const name = first.exec(unit)?.groups?.['owner'];
    if (name !== undefined) return { name, other };
  }
  return undefined;
}

function bearing(name: string): Borne | undefined {
  if (BRANCH.test(name) || kindByName(name) === 'township') return undefined;
  const bare = name.replace(PLATE, '');
  for (const pattern of BEARERS) {
    const groups = pattern.exec(bare)?.groups;
    if (!groups) continue;
    const { level, party, government } = groups;
    return { level: level ?? (party && levelOfParty(party)), party, government, name: bare };
  }
  return undefined;
}

function wholeName(name: string, borne: Borne, printed: (name: string) => boolean): string | undefined {
  const bare = name.replace(PLATE, '');
  if (kindByName(bare) === 'township' || OF_ZONE.test(bare)) return undefined;
  const { level, party, government } = borne;
  if (PLACED.test(bare) && !printed(`${level}${bare}`)) return undefined;
  if (level !== undefined && IS_TOWN.test(level)) {
    return OF_TOWN.test(bare) || printed(level + bare) ? level + name : undefined;
  }
  if (SEATED.test(bare) && !printed(`${level}${bare}`)) return undefined;
  // 党委组织部 behind 兵团教育局 or 自治区教育厅.
  if (OF_PARTYS.test(bare) && level !== undefined && partyOf(level) === `${level}党委`) return level + name;
  if (OF_PARTY.test(bare)) {
    // 市文明办, where the notice itself says so.
    if (level !== undefined && printed(level + bare)) return level + name;
    const committee = party ?? (level === undefined || level === '国家' ? undefined : partyOf(level));
    return committee && committee + name;
  }
  if (OF_EITHER.test(bare)) {
    const body = party ?? government;
    // 信访局 stands without one, too: 区信访局; 办公室 is always somebody's.
    if (body !== undefined || OF_BODY.test(bare)) return body && body + name;
  }
  if (level === undefined) return undefined;
  const takes = level === '国家' ? OF_STATE.test(bare) && OF_LEVEL.test(bare) : OF_LEVEL.test(bare);
  const alike = HOSPITAL.test(bare) && borne.name.endsWith('医院');
  return takes || alike || printed(level + bare) ? level + name : undefined;
}
