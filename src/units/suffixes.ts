import { anyOf } from '../words/any-of.js';
import { AND, MEMBER_UNITS } from '../words/collectives.js';
import { GOVERNMENT, MARK, TOWNSHIPS, ZONE, ZONE_GOVERNED } from '../words/levels.js';
import { BRANCH_OF_BRAND, BRAND, COMMITTEE_ENDING } from '../words/unit-names.js';
import type { Lexicon } from './lexicon.js';
import { looksLikeUnit } from './names.js';
import type { Piece } from './pieces.js';

const COMMITTEE = new RegExp(`${COMMITTEE_ENDING}$`);
/** What joins names that share their ending. */
const JOINED = new RegExp(`^(?:、|${AND})$`);

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
      const name = pieces[j] as Extract<Piece, { kind: 'name' }>;
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

/** 丙市政府, 江口镇: what several places before it may share. */
const OF_PLACE = new RegExp(
  `^\\p{Script=Han}{1,4}?(?<ending>${MARK}${GOVERNMENT}|${ZONE}(?:${ZONE_GOVERNED})?|${anyOf(TOWNSHIPS)}(?:${GOVERNMENT}|办事处)?)$`,
  'u',
);
/** 航空港区管委会: what governs a zone, and may govern the zones before it. */
const OF_ZONE = new RegExp(`^\\p{Script=Han}{0,8}?${ZONE}(?<ending>${ZONE_GOVERNED})$`, 'u');
const ZONE_ALONE = new RegExp(`^\\p{Script=Han}{0,8}?${ZONE}$`, 'u');
const PLACE = /^\p{Script=Han}{1,4}$/u;
/** 莲花区、盘龙山区人民政府: a place with its own mark lacks only who governs it. */
const MARKED_PLACE = new RegExp(`^(?!${ZONE}$)\\p{Script=Han}{1,6}${MARK}$`, 'u');
const GOVERNS = new RegExp(`^${MARK}(?<governs>${GOVERNMENT})$`);
const BRANCH = new RegExp(BRANCH_OF_BRAND);
const BRAND_ALONE = new RegExp(`^${BRAND}$`);

/**
 * Gives back an ending that stands for a whole list: 甲、乙、丙市政府 are three governments of cities;
 * 中国电信、中国移动某市分公司 are two branches; 甲示范区、乙港区管委会 are two committees.
 */
export function shareSuffixes(pieces: readonly Piece[], lexicon: Lexicon): Piece[] {
  const shared = [...pieces];
  for (const [i, piece] of pieces.entries()) {
    if (piece.kind !== 'name') continue;
    const branch = BRANCH.exec(piece.unit)?.groups?.['ending'];
    const governs = OF_ZONE.exec(piece.unit)?.groups?.['ending'];
    const ending = branch ?? OF_PLACE.exec(piece.unit)?.groups?.['ending'] ?? governs;
    if (ending === undefined) continue;
    const fits = (name: string) =>
      branch ? BRAND_ALONE.test(name) : PLACE.test(name) && !looksLikeUnit(name, lexicon);
    const governed = GOVERNS.exec(ending)?.groups?.['governs'];
    const ownEnding = (name: string) => {
      if (governs !== undefined && ZONE_ALONE.test(name)) return governs;
      return governed !== undefined && MARKED_PLACE.test(name) && !ZONE_ALONE.test(name)
        ? governed
        : undefined;
    };
    const fitsOrZone = (name: string) => fits(name) || ownEnding(name) !== undefined;
    for (const j of joinedBefore(pieces, i, fitsOrZone)) {
      const name = pieces[j] as Extract<Piece, { kind: 'name' }>;
      const whole = name.unit + (ownEnding(name.unit) ?? ending);
      shared[j] = { ...name, unit: lexicon.find(whole)?.name ?? whole, suffixShared: true };
    }
  }
  return shared;
}
