import { anyOf } from '../words/any-of.js';
import { MEMBER_UNITS } from '../words/collectives.js';
import { GOVERNMENT, MARK, TOWNSHIPS, ZONE, ZONE_GOVERNED } from '../words/levels.js';
import { numeralValue } from '../words/numerals.js';
import { OFFICE } from '../words/offices.js';
import { LAST_OF_SORTS, SORT_ALONE } from '../words/trades.js';
import { BRANCH_OF_BRAND, BRAND, COMMITTEE_ENDING } from '../words/unit-names.js';
import type { Lexicon } from './lexicon.js';
import { looksLikeUnit } from './names.js';
import { JOINED, type Piece } from './pieces.js';

type NamePiece = Extract<Piece, { kind: 'name' }>;

const COMMITTEE = new RegExp(`${COMMITTEE_ENDING}$`);

/** The names before a piece, from the last to the first, that nothing but 、 or a conjunction parts. */
function joinedBefore(pieces: readonly Piece[], i: number, fits: (name: string) => boolean): number[] {
  const found: number[] = [];
  for (let j = i - 1; j > 0; j -= 2) {
    const separator = pieces[j];
    const name = pieces[j - 1];
    if (separator?.kind !== 'separator' || !JOINED.test(separator.text)) break;
    if (name?.kind !== 'name' || !fits(name.unit)) break;
    found.push(j - 1);
  }
  return found;
}

/** 区安委会、区消安委成员单位: committees listed before a group of members lend it their members too. */
export function shareMembers(pieces: readonly Piece[], lexicon: Lexicon): Piece[] {
  const shared = [...pieces];
  for (const [i, piece] of pieces.entries()) {
    if (piece.kind !== 'group' || !piece.group.endsWith(MEMBER_UNITS)) continue;
    for (const j of joinedBefore(pieces, i, (name) => isCommittee(name, lexicon))) {
      const name = pieces[j] as NamePiece;
      const group = name.unit + MEMBER_UNITS;
      shared[j] = { ...name, kind: 'group', group, membership: piece.membership };
    }
  }
  return shared;
}

function isCommittee(name: string, lexicon: Lexicon): boolean {
  const unit = lexicon.find(name);
  return unit ? unit.kind === 'committee' : COMMITTEE.test(name);
}

/** A sort of names that may share their ending in a list. */
interface Sharing {
  /** The last name of the list, which has the ending. */
  readonly last: RegExp;
  /** What a name before it lacks of the ending; nothing where it is no such name. */
  readonly lacks: (name: string, ending: string, lexicon: Lexicon) => string | undefined;
}

const PLACE = /^\p{Script=Han}{1,4}$/u;
/** 兰州, which is no 州. */
const CITY = /^\p{Script=Han}州$/u;
const isPlace = (name: string, lexicon: Lexicon) =>
  PLACE.test(name) && (CITY.test(name) || !looksLikeUnit(name, lexicon));
const TRADE = /^(?!各|有关|相关)\p{Script=Han}{2,6}$/u;
/** 莲花区, 石门镇: a place with its own mark. */
const MARKED_PLACE = new RegExp(`^(?!${ZONE}$)\\p{Script=Han}{1,6}${MARK}$`, 'u');
const TOWN_PLACE = /^\p{Script=Han}{1,6}[镇乡]$/u;
const STREET_PLACE = /^\p{Script=Han}{1,6}街道$/u;
const ZONE_ALONE = new RegExp(`^\\p{Script=Han}{0,8}?${ZONE}$`, 'u');
/** What governs a place, behind its mark. */
const GOVERNS = new RegExp(`^(?:${MARK}|${anyOf(TOWNSHIPS)})(?<governs>${GOVERNMENT}|办事处)$`);
const BRAND_ALONE = new RegExp(`^${MARK}?${BRAND}$`);
const OF_LEVEL = new RegExp(OFFICE, 'u');

const SHARINGS: readonly Sharing[] = [
  // 中国电信、中国移动某市分公司; 县电信、移动公司
  {
    last: new RegExp(`^${MARK}?(?:${BRANCH_OF_BRAND})$`),
    lacks: (name, ending) => (BRAND_ALONE.test(name) ? ending : undefined),
  },
  // 丙市政府, 江口镇人民政府: of 甲、乙、丙市政府 and 莲花区、盘龙山区人民政府
  {
    last: new RegExp(
      `^\\p{Script=Han}{1,4}?(?<ending>${MARK}${GOVERNMENT}|${ZONE}(?:${ZONE_GOVERNED})?|${anyOf(TOWNSHIPS)}(?:${GOVERNMENT}|办事处)?)$`,
      'u',
    ),
    lacks: (name, ending, lexicon) => {
      if (isPlace(name, lexicon)) return ending;
      const governs = GOVERNS.exec(ending)?.groups?.['governs'];
      if (governs === '办事处') return STREET_PLACE.test(name) ? governs : undefined;
      const isMarked = (MARKED_PLACE.test(name) && !ZONE_ALONE.test(name)) || TOWN_PLACE.test(name);
      return isMarked ? governs : undefined;
    },
  },
  // 公安、国土资源、水利部门
  {
    last: /^\p{Script=Han}{2,6}?(?<ending>(?:主管|行政|(?<!市场|安全|药品|食品|药监|质量)监管)?部门)$/u,
    lacks: (name, ending, lexicon) =>
      TRADE.test(name) && !name.endsWith('部门') && !looksLikeUnit(name, lexicon) ? ending : undefined,
  },
  // 高一、高二年级组
  {
    last: /^\p{Script=Han}{1,4}(?<ending>年级组?|车间|教研组|备课组)$/u,
    lacks: (name, ending, lexicon) =>
      /^\p{Script=Han}{2,4}$/u.test(name) && !looksLikeUnit(name, lexicon) && !name.endsWith(ending)
        ? ending
        : undefined,
  },
  // 东里、西里、花园社区
  {
    last: /^\p{Script=Han}{1,4}(?<ending>社区|村)$/u,
    lacks: (name, ending, lexicon) =>
      isPlace(name, lexicon) && !/(?:社区|村)$/.test(name) ? ending : undefined,
  },
  // 甲示范区、航空港区管委会
  {
    last: new RegExp(`^\\p{Script=Han}{0,8}?${ZONE}(?<ending>${ZONE_GOVERNED})$`, 'u'),
    lacks: (name, ending, lexicon) => (ZONE_ALONE.test(name) || isPlace(name, lexicon) ? ending : undefined),
  },
  // 望山区、临湖区财政局
  {
    last: new RegExp(
      `^(?!${ZONE})\\p{Script=Han}{1,6}?${MARK}(?<ending>\\p{Script=Han}{2,16}[局委办])$`,
      'u',
    ),
    lacks: (name, ending) => (MARKED_PLACE.test(name) && OF_LEVEL.test(ending) ? ending : undefined),
  },
];

/** 洛江、石溪、永兴三县, 工商、公安、文化三部门: how many of that kind stand before it and in it. */
const COUNTED_PLACES = new RegExp(
  `^(?<place>\\p{Script=Han}{1,4}?)(?<count>[两二三四五六七八九十])(?<mark>${MARK}|${anyOf(TOWNSHIPS)}|村|社区|部门)$`,
  'u',
);

/** Gives to as many places as are counted behind the last of them what each of them is. */
function shareCounted(pieces: readonly Piece[], lexicon: Lexicon): Piece[] {
  const shared = [...pieces];
  for (const [i, piece] of pieces.entries()) {
    if (piece.kind !== 'name') continue;
    const { place = '', count = '', mark = '' } = COUNTED_PLACES.exec(piece.unit)?.groups ?? {};
    if (place === '') continue;
    const before = joinedBefore(pieces, i, (name) => isPlace(name, lexicon));
    if (before.length + 1 !== numeralValue(count)) continue;
    for (const j of [...before, i]) {
      const name = shared[j] as NamePiece;
      const whole = (j === i ? place : name.unit) + mark;
      shared[j] = { ...name, unit: lexicon.find(whole)?.name ?? whole, suffixShared: true };
    }
  }
  return shared;
}

/** The level that stands before the first name of a list alone: 县电信、移动、联通公司. */
const LEVEL_AND_BRAND = new RegExp(`^(?<level>${MARK})(?=${BRAND})`);

const LAST_SORT = new RegExp(`^${LAST_OF_SORTS}$`);
const SORT = new RegExp(`^${SORT_ALONE}$`);

/** 广播电视、新闻单位, 县供水、供电、供气企业: bodies of several sorts share the last word, and the level of the first. */
function shareSorts(pieces: readonly Piece[], lexicon: Lexicon): Piece[] {
  const shared = [...pieces];
  for (const [i, piece] of pieces.entries()) {
    if (piece.kind !== 'name' && piece.kind !== 'group') continue;
    const ending = LAST_SORT.exec(piece.text)?.groups?.['ending'];
    if (ending === undefined) continue;
    const before = joinedBefore(pieces, i, (name) => SORT.test(name));
    const first = pieces[before.at(-1) ?? i];
    const level = (first && SORT.exec(first.text)?.groups?.['level']) ?? '';
    for (const j of before.length > 0 ? [...before, i] : []) {
      const each = pieces[j];
      if (each?.kind !== 'name' && each?.kind !== 'group') continue;
      const whole = (each.text.startsWith(level) ? '' : level) + each.text + (j === i ? '' : ending);
      if (whole === each.text) continue;
      const unit = lexicon.find(whole)?.name ?? whole;
      shared[j] = each.kind === 'group' ? { ...each, group: whole } : { ...each, unit, suffixShared: true };
    }
  }
  return shared;
}

/** Gives back an ending that stands for a whole list, and to companies the level that the first of them has. */
export function shareSuffixes(pieces: readonly Piece[], lexicon: Lexicon): Piece[] {
  const shared = shareSorts(shareCounted(pieces, lexicon), lexicon);
  for (const [i, piece] of shared.entries()) {
    if (piece.kind !== 'name') continue;
    for (const { last, lacks } of SHARINGS) {
      const ending = last.exec(piece.unit)?.groups?.['ending'];
      if (ending === undefined) continue;
      const before = joinedBefore(pieces, i, (name) => lacks(name, ending, lexicon) !== undefined);
      if (before.length === 0) continue;
      const first = pieces[before.at(-1) as number] as NamePiece;
      const level = LEVEL_AND_BRAND.exec(first.unit)?.groups?.['level'] ?? '';
      const give = (name: NamePiece, more: string): NamePiece => {
        const whole = (name.unit.startsWith(level) ? '' : level) + name.unit + more;
        return whole === name.unit
          ? name
          : { ...name, unit: lexicon.find(whole)?.name ?? whole, suffixShared: true };
      };
      for (const j of before) {
        const name = pieces[j] as NamePiece;
        shared[j] = give(name, lacks(name.unit, ending, lexicon) ?? '');
      }
      shared[i] = give(piece, '');
      break;
    }
  }
  return shared;
}
