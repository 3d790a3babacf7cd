// Whether words are names of those who do something, and nothing else.
import { isMeant, isOddName, type Lexicon, type Piece, readUnits } from '../../units/index.js';
import { IN_NO_GROUP } from '../../words/collectives.js';
import { hasLevel } from '../../words/levels.js';
import { COLON } from '../../words/punctuation.js';
import { labelAt } from '../../words/roles.js';
import { BODIES_OF_A_SORT } from '../../words/trades.js';
import { flatten } from '../../words/width.js';
import type { Part } from '../parts.js';

/** Whether parts say nothing but who does it, with a label or a word; at a paragraph's end the names alone do. */
export function saysWho(text: string, parts: readonly Part[], lexicon: Lexicon, namesDo: boolean): boolean {
  const who = parts.filter(({ kind }) => kind === 'who').map(({ start, end }) => text.slice(start, end));
  const [first] = who;
  if (first === undefined) return false;
  const pieces = who.flatMap((each) => readUnits(each, lexicon, { framed: true }));
  const meant = pieces.filter(isMeant);
  if (hasKnownLabel(first) && OF_PEOPLE_TOO.test(first)) return meant.length > 0;
  if (hasKnownLabel(first) && meant.every(({ text: name }) => name.length <= LONGEST_ODD))
    return (
      meant.length > 0 &&
      (!BARE_LABEL.test(first) || SAME.test(first) || meant.some((piece) => isSure(piece, lexicon)))
    );
  const says = pieces.some(({ kind }) => kind === 'word' || kind === 'label');
  if (says) return meant.length > 0 && (namesDo || meant.some((piece) => isSure(piece, lexicon)));
  const sure = meant.filter((piece) => isSure(piece, lexicon));
  return namesDo && sure[0] !== undefined && sure[0] === meant[0] && sure.length * 2 >= meant.length;
}

/** 牵头单位及责任人：县水利局 李某: behind the names stand people. */
const OF_PEOPLE_TOO = /^[^：:]{2,8}(?:责任人|负责人|领导)[：:]/;

/** 监管责任：同上. */
const SAME = new RegExp(`${COLON}\\s*同上`);

/** 责任：落实到人 names nobody. */
const BARE_LABEL = new RegExp(`^[一-龥]*(?:责任|负责|落实|实施|推进)\\s*${COLON}`);

/** What is longer and has not the form of a name is none, even behind a label: 责任单位：详见所附名单. */
const LONGEST_ODD = 8;

export function isSure(piece: Piece, lexicon: Lexicon): boolean {
  return piece.kind === 'group' || (piece.kind === 'name' && !isOddName(piece.unit, lexicon));
}

/** 牵头责任单位： and the blanks after it. */
const LONGEST_LABEL = 20;

/** A label whose word has a line in the table; behind it names may look like anything. */
export function hasKnownLabel(text: string): boolean {
  return labelAt(flatten(text.slice(0, LONGEST_LABEL)), 0) !== undefined;
}

export function isOdd(piece: Piece, lexicon: Lexicon): boolean {
  return (
    piece.kind === 'unread' ||
    // 等人员密集场所由各自主管单位: what others have to do.
    (piece.kind === 'open' && /由/.test(piece.text)) ||
    (piece.kind === 'name' && !isSure(piece, lexicon)) ||
    (piece.kind === 'group' && IN_NO_GROUP.test(piece.text))
  );
}

/** 旗乌兰牧骑具体承办: of a place by its level, it is somebody's name by the word behind it, whatever it looks like. */
export function isLocalName({ kind, text }: Piece): boolean {
  return kind === 'name' && LOCAL.test(text) && hasLevel(text) && !NO_NAME.test(text);
}

const LOCAL = /^[一-龥]{3,10}$/;
/** 市场主体参与, 市民参与, 县域: what only begins as names of a place's own bodies do. */
const NO_NAME =
  /^(?:市[场民区域内]|区[域内间位]|县[域城内]|[省州旗][内外]|[镇乡][村容域内])|群众|居民|企业|主体|[的由]/;

/** 教育行政部门 and, before 等部门 or 某某部门, 发改、财政: departments by their trade, and no words of the sentence. */
export function isDepartment(pieces: readonly Piece[], at: number): boolean {
  const piece = pieces[at];
  if (piece?.kind !== 'name') return false;
  if (TRADE.test(piece.text)) return true;
  const behind = pieces.slice(at + 1);
  const next = behind.find(
    ({ kind, text }) => (kind !== 'name' && (kind !== 'separator' || COMMA.test(text))) || TRADE.test(text),
  );
  return (
    SHORT.test(piece.text) &&
    (next?.kind === 'name' || (next?.kind === 'open' && OF_DEPARTMENTS.test(next.text)))
  );
}

/** It ends the list that a name stands in. */
const COMMA = /[，,；;]/;
/** 教育部门, 监察（纠风）部门, 县（区）民政部门, 新闻单位. */
const TRADE = new RegExp(
  `^(?:(?!上级|下级|政府|行政|牵头|主办|承办|本|项目)(?:[省市县区]（[市县区、]{1,3}）)?\\p{Script=Han}{2,8}(?:（\\p{Script=Han}{1,4}）)?部门|${BODIES_OF_A_SORT})$`,
  'u',
);
const SHORT = /^\p{Script=Han}{2,6}$/u;
const OF_DEPARTMENTS = /^等(?:相关|有关|各|行业|主管|监管|职能|业务|行政|综合){0,3}(?:部门|单位)$/;
