import { conditionAt, notWhoAt, remarkAt } from '../words/asides.js';
import { GOVERNED_BY, ZONE_GOVERNED } from '../words/levels.js';
import { withColons } from '../words/marked-labels.js';
import { matchAt } from '../words/match.js';
import { BODY_OFFICE, LISTED_OF_LEVEL, PARTY_OFFICE } from '../words/offices.js';
import { breaksOffice } from '../words/organs.js';
import { LIST_STOPS, PHRASE_STOPS } from '../words/punctuation.js';
import { TELLING, TO_LEAD } from '../words/role-words.js';
import { labelAt, leadingAt, lineLabelAt, markAt, otherLabelAt, roleWordAt, ruleAt } from '../words/roles.js';
import { flatten, normalizeName } from '../words/width.js';
import { CellText, CONJUNCTION_HERE, SEPARATOR } from './cell-text.js';
import { type FoundGroup, groupAt } from './groups.js';
import type { Lexicon } from './lexicon.js';
import { endOfName, endOfOpen, isOddName, LONGEST_NAME, looksLikeUnit, OPEN } from './names.js';
import { isMeant, type Piece } from './pieces.js';
import { sharePrefixes } from './prefixes.js';
import { remembered } from './remembered.js';
import { giveRoles, settleLeads } from './said-roles.js';
import { shareSeats } from './seats.js';
import { shareMembers, shareSuffixes } from './suffixes.js';

const OPEN_HERE = new RegExp(OPEN.source, 'y');
/** What stands between stops, blanks inside it included. */
const STRETCH = new RegExp(`^[^${PHRASE_STOPS}]*[^${LIST_STOPS}]`);

/** What is known of a text that names units. */
export interface ListContext {
  /**
   * Label, verb or brackets say that all of this text is who does it. Then the parts between separators
   * are the names, whatever they look like; what a list shares is given back; and words that say more than
   * a part (结合实际抓好落实) end a name.
   */
  readonly framed?: boolean;
}

/**
 * Reads a 牵头单位 or 责任单位 cell, or a clause that names units, by the grammar of unit lists: names
 * parted by 、，； or line breaks, by 和/及/与 between complete names only; open ends (等单位); groups
 * (各乡镇（街道）); the suffix that several committees share (区安委会、区消安委成员单位); and roles that
 * the text itself says (某局牵头，某委配合).
 *
 * Reading is total and loses nothing: the pieces' texts, joined, are `cell`.
 *
 * @returns the pieces in order; those of a framed text with the roles settled (`settleLeads`)
 */
export function readUnits(cell: string, lexicon: Lexicon, reading: ListContext = {}): readonly Piece[] {
  return reading.framed ? readFramed(cell, lexicon) : readBare(cell, lexicon);
}

const readFramed = remembered((cell, lexicon) =>
  asPrinted(cell, finish(piecesOf(grammatical(cell), lexicon, true), lexicon)),
);
const readBare = remembered((cell, lexicon) => asPrinted(cell, piecesOf(grammatical(cell), lexicon, false)));

function asPrinted(cell: string, pieces: readonly Piece[]): readonly Piece[] {
  return pieces.map((piece) => ({
    ...piece,
    text: cell.slice(piece.start, piece.start + piece.text.length),
  }));
}

/** （牵头） on a line of its own is of the name above it. */
const ON_LINE_OF_ITS_OWN = new RegExp(
  `(\\n[ \\t\\u3000]*)(（(?:${TELLING}|${TO_LEAD})(?:单位|部门)?）)(?=\\s|$)`,
  'g',
);

/** A cell in the form that its grammar is read in; as long as it is printed, so that offsets stay. */
function grammatical(cell: string): string {
  return flatten(withColons(cell)).replace(ON_LINE_OF_ITS_OWN, '$2$1');
}

/** A framed text's names with what they share, told where they are odd, and with their roles settled. */
function finish(pieces: Piece[], lexicon: Lexicon): Piece[] {
  const whole = sharePrefixes(
    shareSeats(shareSuffixes(pieces, lexicon), lexicon),
    lexicon,
    lexicon.isPrinted,
  );
  return settleLeads(
    whole.map((piece) =>
      piece.kind === 'name' && isOddName(piece.unit, lexicon) ? { ...piece, odd: true } : piece,
    ),
  );
}

/** Whether a text reads as nothing but names of units and groups. */
export function isUnitList(text: string, lexicon: Lexicon): boolean {
  const pieces = readUnits(text, lexicon);
  return (
    pieces.length > 0 && pieces.every((piece) => piece.kind !== 'name' || looksLikeUnit(piece.unit, lexicon))
  );
}

/** The pieces of flattened text with the roles that it says. */
function piecesOf(flat: string, lexicon: Lexicon, framed: boolean, inner = false): Piece[] {
  const read = framed && !inner ? (text: string) => unitsInBracket(text, lexicon) : undefined;
  const text = new CellText(flat, lexicon, framed, read);
  const pieces: Piece[] = [];
  for (let at = 0; at < flat.length; ) {
    const previous = pieces.at(-1);
    const nested = text.nested.get(at);
    const piece: Piece = nested
      ? { kind: 'separator', text: flat.slice(at, nested.end), start: at }
      : pieceAt(text, at, previous);
    pieces.push(piece);
    at += piece.text.length;
  }
  return giveRoles(shareMembers(pieces, lexicon), framed).flatMap((piece) =>
    piece.kind === 'separator' ? (spread(piece.start, text) ?? piece) : piece,
  );
}

/** The pieces of a bracket that holds units with a part of their own: （区财政局、白云镇配合）. */
function unitsInBracket(text: string, lexicon: Lexicon): readonly Piece[] | undefined {
  const pieces = piecesOf(text, lexicon, true, true);
  const told = pieces.some(({ kind }) => kind === 'word' || kind === 'label');
  const names = pieces.filter(isMeant);
  const units = names.every((piece) => piece.kind !== 'name' || looksLikeUnit(piece.unit, lexicon));
  return told && names.length > 0 && units ? pieces : undefined;
}

function spread(at: number, { nested, flat }: CellText): Piece[] | undefined {
  const found = nested.get(at);
  if (!found) return undefined;
  return [
    { kind: 'separator', text: flat.slice(at, at + 1), start: at },
    ...found.pieces.map((piece) => ({ ...piece, start: at + 1 + piece.start })),
    { kind: 'separator', text: flat.slice(found.end - 1, found.end), start: found.end - 1 },
  ];
}

/** 配合单位：无. */
const NOBODY = new RegExp(`[无/](?=[${PHRASE_STOPS}）\\s]|$)`, 'y');

/** @param previous what ends right before `at` */
function pieceAt(cell: CellText, at: number, previous: Piece | undefined): Piece {
  const { flat, lexicon, framed } = cell;
  const afterName = previous !== undefined && isMeant(previous);
  const joins = afterName || cell.joints.has(at);
  const separator = matchAt(SEPARATOR, flat, at) ?? (joins ? conjunctionAt(flat, at) : undefined);
  if (separator) return { kind: 'separator', text: separator, start: at };
  const line = cell.hasLineLabels && (at === 0 || flat[at - 1] === '\n') ? lineLabelAt(flat, at) : undefined;
  if (line) return { kind: 'label', start: at, ...line };
  const word = roleWordAt(flat, at) ?? cell.framedWords.get(at);
  if (word) return { kind: 'word', start: at, ...word };
  const aside = framed ? asideAt(flat, at, previous) : undefined;
  if (aside) return { kind: 'unread', text: aside, start: at };
  if (!afterName) {
    const label = labelAt(flat, at) ?? (framed ? otherLabelAt(flat, at) : undefined);
    if (label) return { kind: 'label', start: at, ...label };
  }
  const leading =
    (framed ? matchAt(NOBODY, flat, at) : undefined) ??
    markAt(flat, at) ??
    (afterName ? undefined : leadingAt(flat, at));
  if (leading) return { kind: 'leading', text: leading, start: at };
  const wordAt = cell.nextWords[at + 1] as number;
  const part = flat.slice(at, Math.min(cell.partEnds[at] as number, wordAt));
  if (matchAt(OPEN_HERE, flat, at))
    return { kind: 'open', text: part.slice(0, endOfOpen(part, lexicon)), start: at };
  const group = firstGroup(cell, at, wordAt);
  if (group) {
    const { name, membership } = group;
    return { kind: 'group', text: flat.slice(at, group.end), start: at, group: name, membership };
  }
  const text = nameOverBlanks(cell, at, wordAt) ?? part.slice(0, endOfName(part, lexicon, framed));
  return { kind: 'name', text, start: at, unit: lexicon.find(text)?.name ?? normalizeName(text) };
}

/** What is nobody: a rule of who leads, a time, a person, a remark behind a word. */
function asideAt(flat: string, at: number, previous: Piece | undefined): string | undefined {
  const rule = ruleAt(flat, at);
  if (rule !== undefined) return rule;
  if (previous && isMeant(previous)) return conditionAt(flat, at);
  return notWhoAt(flat, at) ?? (previous?.kind === 'word' ? remarkAt(flat, at) : undefined);
}

/** A known name, or half a name and the rest of it, with blanks or a line break inside: 区应急 管理局. */
function nameOverBlanks({ flat, lexicon }: CellText, at: number, wordAt: number): string | undefined {
  const [stretch = ''] = STRETCH.exec(flat.slice(at, Math.min(wordAt, at + LONGEST_NAME))) ?? [];
  if (!/\s/.test(stretch)) return undefined;
  const [first = '', ...rest] = stretch.split(/(?=\s)/);
  if (rest.length === 0 || first.search(OPEN) > 0) return undefined;
  let text = first;
  // 县 in 县 水 利 局 is no unit, though it ends as some do.
  // Nor is 市住房城乡 a township.
  let isWhole =
    first.length > 1 && looksLikeUnit(first, lexicon) && !(HALF_NAME.test(first) && HALF_OFFICE.test(first));
  for (const next of rest) {
    const more = normalizeName(next);
    if (isWhole && !isTail(normalizeName(text), more, lexicon)) break;
    text += next;
    isWhole = more !== '' && looksLikeUnit(normalizeName(text), lexicon);
  }
  return isWhole && text !== first ? text : undefined;
}

/** An office's name that breaks off where a township's would end: 市住房城乡⏎建设局. */
const HALF_OFFICE = new RegExp(`${LISTED_OF_LEVEL}.{0,4}[乡村]$`);
const HALF_NAME = /[乡村]$/;

/** What is no name by itself, behind a line break or a blank in one: 公室 of 市政府办公室, 人民政府 of a town's. */
const TAIL = new RegExp(
  `^(?:公室|员会|合会|事处|(?:有限|有限责任|股份有限)?公司|[局厅委办部院会室处队社联协站所馆司]|${GOVERNED_BY}|${ZONE_GOVERNED})$`,
);
const OFFICE_OF_BODY = new RegExp(BODY_OFFICE);
const OFFICE_OF_PARTY = new RegExp(PARTY_OFFICE);
const LISTED = new RegExp(LISTED_OF_LEVEL);

/** 黔景分公司 behind 中国铁塔⏎: a branch without the company that it is of. */
const BRANCH =
  /^(?!.*(?:电信|移动|联通|铁塔|广电|邮政|石油|石化|烟草|供电|电力|燃气|人保|人寿|保险|银行|[农工建中]行)).{0,8}(?:分公司|支公司|支行|分行)$/;
const HAS_BRANCH = /[分支](?:公司|行)$|[局委办厅部院会]$/;

/** 丰台分局 behind 市规划自然资源委⏎: a place, and not what the branch is for, as 公安分局 says. */
const PLACE_BRANCH = /^(?<place>\p{Script=Han}{2,4})分局$/u;
/** 驻溧水监察处 behind 国家矿山安监局⏎. */
const STATION = /^驻\p{Script=Han}{2,8}[处办局组站室]$/u;
const BUREAU = /^(?:[省市州]|国家).{2,}[局委厅]$/;

function isBranch(name: string, next: string): boolean {
  if (STATION.test(next)) return BUREAU.test(name);
  if (BRANCH.test(next)) return !HAS_BRANCH.test(name);
  const place = PLACE_BRANCH.exec(next)?.groups?.['place'];
  return place !== undefined && BUREAU.test(name) && !LISTED.test(`县${place}`);
}

function isTail(name: string, next: string, lexicon: Lexicon): boolean {
  if (isBranch(name, next)) return true;
  if (breaksOffice(name, next)) return !lexicon.find(next);
  const belongs =
    TAIL.test(next) ||
    (OFFICE_OF_BODY.test(next) && /(?:政府|委|会|组|部|人大|政协)$/.test(name)) ||
    (OFFICE_OF_PARTY.test(next) && /委$/.test(name));
  return belongs && !lexicon.find(next) && looksLikeUnit(name + next, lexicon);
}

/** A group's name, up to another name that its own would take in: 燃气企业, but not 区公安局和燃气企业. */
function firstGroup(
  { flat, lexicon, canEndAt }: CellText,
  at: number,
  wordAt: number,
): FoundGroup | undefined {
  const whole = groupAt(flat.slice(0, wordAt), at, canEndAt);
  if (!whole?.loose) return whole;
  const end = at + endOfName(flat.slice(at, whole.end), lexicon);
  const first = flat.slice(0, end);
  return groupAt(first, at, canEndAt) ?? (looksLikeUnit(first.slice(at), lexicon) ? undefined : whole);
}

function conjunctionAt(flat: string, at: number): string | undefined {
  const word = matchAt(CONJUNCTION_HERE, flat, at);
  return word && at + word.length < flat.length ? word : undefined;
}
