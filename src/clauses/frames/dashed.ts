// Who does it, behind a dash at the end: 水上旅游船舶安全检查。——市交通运输局.
import { isMeant, type Lexicon, readUnits } from '../../units/index.js';
import { TIME_IN_CLAUSE } from '../../words/calendar.js';
import { kindByName } from '../../words/kinds.js';
import { FULL_STOP } from '../../words/punctuation.js';
import { verbsOf } from '../../words/role-words.js';
import { splitOutside } from '../brackets.js';
import { type Part, partsOf } from '../parts.js';
import { type FoundClause, NUMBER_BEFORE } from './found.js';
import { areNames } from './names-before.js';
import { isOdd, isSure, saysWho } from './says-who.js';

const BEHIND_DASH = new RegExp(`(?<=${FULL_STOP}|[！；\\s])(?:—{1,2}|-{2,3})\\s*(?=[^—\\s])`, 'g');
/** What stands behind such a dash is a list, and no sentence after sentence. */
const LONGEST_DASHED = 200;

/** 建设10个示范村——县农业农村局, 推行林长制——县林业局牵头，各乡镇落实. */
const DASH_INSIDE = /(?:—{1,2}|-{2,3})\s{0,4}([^—，：:\s-][^—-]{2,200})$/;

/** 实施工程。县住建局、县财政局。 The last of a numbered paragraph that is names and nothing else. */
export function lastNames(text: string, lexicon: Lexicon): FoundClause | undefined {
  if ((NUMBER_BEFORE.exec(text)?.[0].length ?? 0) === 0) return undefined;
  const dash = DASH_INSIDE.exec(text);
  if (dash) {
    const start = dash.index;
    const from = text.length - (dash[1] as string).length;
    const parts = partsOf(text, from, text.length);
    if (
      areDoers(dash[1] as string, lexicon) ||
      (!/[。；]/.test(text.slice(from, -1)) && sayOnlyWho(text, parts, lexicon))
    )
      return {
        start,
        end: text.length,
        parts: [{ kind: 'separator', start, end: from }, ...parts],
        inGoal: false,
      };
  }
  const last = splitOutside(text, '。；\n').findLast(
    ({ start, end }) => text.slice(start, end).trim() !== '',
  );
  if (last === undefined || last.start === 0 || last.end - last.start > LONGEST_DASHED) return undefined;
  const { start, end } = last;
  if (!areDoers(text.slice(start, end).trim(), lexicon)) return undefined;
  return { start, end: text.length, parts: partsOf(text, start, text.length), inGoal: false };
}

/** Whether parts are units and words that say their part, and nothing else. */
function sayOnlyWho(text: string, parts: readonly Part[], lexicon: Lexicon): boolean {
  return (
    saysWho(text, parts, lexicon, false) &&
    parts.every(
      ({ kind, start, end }) =>
        kind === 'separator' ||
        (kind === 'who' &&
          readUnits(text.slice(start, end), lexicon, { framed: true }).every(
            (piece) => !isOdd(piece, lexicon),
          )),
    )
  );
}

/** （牵头） behind a name. */
const MARKED = new RegExp(
  `[（(](?:${verbsOf('lead')}|${verbsOf('responsible')}|${verbsOf('shared')}|主|协)[）)]`,
  'g',
);

/** 重点镇为石桥镇, 办好各乡镇: which they are or what is done with them, and not who. */
const SAYS_WHICH = /为|是|(?<!国)有(?!限|线|色|关)|[^、，；\s]各/;

/** Whether they are names of who does it; 石桥镇、青山乡 are where it is done. */
function areDoers(said: string, lexicon: Lexicon): boolean {
  const names = said.replace(MARKED, '').replace(TIMED_END, '');
  // 各乡镇、各学校。
  if (GROUPS.test(names)) return areNames(names, lexicon);
  const hasOffice = readUnits(names, lexicon, { framed: true }).some(
    (piece) => piece.kind === 'name' && kindByName(piece.unit) !== 'township',
  );
  return hasOffice && !SAYS_WHICH.test(names) && areNames(names, lexicon);
}

/** 县公安局，各乡镇，4月底前。 By when they do it. */
const TIMED_END = new RegExp(`[，,](?:${TIME_IN_CLAUSE})[^，。；]{0,10}$`);
const GROUPS =
  /^各[一-龥]{1,8}(?:[、，]各(?:[一-龥]{0,6}(?:乡|镇|村|街道|办事处|社区|部门|单位|学校|医院|企业|政府|科室)){1,2}(?:（[^（）]{1,6}）)?){1,4}$/;

/** Finds who does it where the last of a paragraph's sentences stands behind a dash and says nothing else. */
export function dashed(text: string, lexicon: Lexicon): FoundClause | undefined {
  const last = Array.from(text.matchAll(BEHIND_DASH)).at(-1);
  if (last === undefined || last.index === 0 || text.length - last.index > LONGEST_DASHED) return undefined;
  const start = last.index;
  const from = start + last[0].length;
  const parts = partsOf(text, from, text.length);
  // ——分类指导，突出重点 has a word of a part, and names nobody.
  const first = readUnits(text.slice(from), lexicon, { framed: true }).find(isMeant);
  if (!saysWho(text, parts, lexicon, true) || !first || !isSure(first, lexicon)) return undefined;
  return {
    start,
    end: text.length,
    parts: [{ kind: 'separator', start, end: from }, ...parts],
    inGoal: false,
  };
}
