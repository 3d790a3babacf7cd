import { JOINS } from '../words/collectives.js';
import { ALONE_LEADS, type SaidRole } from '../words/role-words.js';
import { isMeant, type Meant, type Piece } from './pieces.js';

/** What a label or a word says of a name. */
interface Saying {
  readonly role: SaidRole;
  readonly said: string;
  readonly mayLead?: true | 'told' | undefined;
}

/** What stands between two names is read without those behind it. */
const TOGETHER = new RegExp(`${JOINS}$`);

type Word = Extract<Piece, { kind: 'word' }>;

/**
 * Gives each name the role that the cell says it has. 牵头单位： is of all names after it, （牵头） of the
 * name before it, or else after it, 牵头 of all names since the last such word. Where a cell says who
 * leads, those of whom it says nothing are responsible.
 *
 * @param framed whether all of it is known to be who does it; then a word is heard over 责任单位：, the
 *   first of 某局会同某局 leads, and so does the one whom another helps (某局配合某委落实)
 */
export function giveRoles(pieces: readonly Piece[], framed: boolean): Piece[] {
  const sayings = new Map<number, Saying>();
  /** Names of whom only the label over them has said something. */
  const byLabel = new Set<number>();
  let label: Saying | undefined;
  let helped = false;
  let since = 0;
  const say = (from: number, to: number, saying: Saying) => {
    for (let i = from; i < to; i++) {
      // 责任单位：各社区负责，某公司配合: the one who 负责 may lead.
      const open = !sayings.has(i) || (byLabel.has(i) && (saying.role !== 'shared' || saying.mayLead));
      if (isMeant(pieces[i] as Piece) && open) {
        sayings.set(i, saying);
        byLabel.delete(i);
      }
    }
  };
  for (const [i, piece] of pieces.entries()) {
    if (piece.kind === 'label') {
      label = piece.role === 'shared' ? undefined : sayingOf(piece);
      since = i + 1;
    } else if (isMeant(piece)) {
      if (!label) continue;
      sayings.set(i, label);
      if (framed && label.role === 'responsible') byLabel.add(i);
    } else if (framed && joinsOthers(piece)) {
      say(since, i, { role: 'lead', said: piece.text.slice(piece.text.search(TOGETHER)) });
      label = undefined;
      since = i + 1;
    } else if (piece.kind === 'word' && piece.bracketed && piece.role !== 'shared') {
      const before = pieces[i - 1];
      const at = before && isMeant(before) ? i - 1 : i + 1;
      const from = framed && at < i ? sectionStart(pieces, i, since, TWO.test(piece.text)) : at;
      byLabel.delete(at);
      say(from, at, sayingOf(piece));
      sayings.set(at, sayingOf(piece));
    } else if (piece.kind === 'word' && !piece.bracketed) {
      // 责任单位：甲局，乙局牵头: what the label says of 甲局 holds.
      const from = label ? Math.max(since, lastComma(pieces, i) + 1) : since;
      say(from, i, helped ? { role: 'lead', said: piece.text } : ofWord(piece, pieces.slice(from, i)));
      helped = piece.helps === true;
      since = i + 1;
    }
  }
  if (helped) say(since, pieces.length, { role: 'lead', said: '' });
  // 由甲局管理，乙局保障: what the first does is read with what is to be done.
  if (framed && sayings.size === 0 && isTold(pieces))
    say(0, pieces.length, { role: 'shared', said: '', mayLead: 'told' });
  const leads = Array.from(sayings.values()).some(({ role }) => role === 'lead');
  return pieces.map((piece, i) => (isMeant(piece) ? { ...piece, ...partOf(sayings.get(i), leads) } : piece));
}

const TWO = /共同|联合/;

/** The last comma before a piece. */
function lastComma(pieces: readonly Piece[], before: number): number {
  return pieces.findLastIndex(
    ({ kind, text }, i) => i < before && kind === 'separator' && /[，,；]/.test(text),
  );
}

/** 会同 behind a name, or behind a comma: 主责单位：甲局，会同乙局. */
function joinsOthers({ kind, text }: Piece): boolean {
  return (kind === 'separator' || kind === 'leading') && TOGETHER.test(text);
}

function partOf(saying: Saying | undefined, leads: boolean) {
  const { role = 'shared', said = '', mayLead } = saying ?? {};
  const known = role !== 'shared' ? role : leads ? 'responsible' : undefined;
  return { ...(known && { role: known }), ...(said && { said }), ...(mayLead && { mayLead }) };
}

/** Where the names begin that a word in brackets is of: 甲局、乙局（牵头）；丙局（配合） has two of them led. */
function sectionStart(pieces: readonly Piece[], at: number, since: number, areTwo: boolean): number {
  // 甲局和乙局（共同牵头）、丙局.
  if (areTwo) return Math.max(at - 3, since);
  const ends = (piece: Piece | undefined) => piece?.kind === 'separator' && /[；\n]/.test(piece.text);
  if (!ends(pieces[at + 1])) return at - 1;
  const from = pieces.findLastIndex((piece, i) => i < at && ends(piece)) + 1;
  return Math.max(from, since);
}

/** 牵头单位：, （牵头）: without the colon and the brackets. */
const AROUND_WORDS = /[（()）：:\s]/g;

function sayingOf(piece: Extract<Piece, { kind: 'label' | 'word' }>): Saying {
  return { role: piece.role, said: piece.text.replace(AROUND_WORDS, ''), mayLead: piece.mayLead };
}

const BY_ONESELF = new RegExp(ALONE_LEADS);
/** 甲局、乙局，试点省厅组织实施: beside others it leads nobody. */
const ORGANISES = /^组织/;
const HELPS = /^(?:予以|给予|共同|积极|主动|做好)*(?:配合|协助|协同|协办|参加|参与|支持)/;
/** 由甲局督促，乙局整改. */
const OVERSEES = /^(?:负责|具体|全程)?(?:督促|督导|督办|督查|监督)/;
const PROVIDES = /^(?:提供|给予|予以|做好)[^，。；]{0,6}(?:支持|支撑|保障|便利)$/;
const GUIDES = new RegExp(`^(?:负责|具体|业务|技术)*指导$|${PROVIDES.source}`);
/** 某办负责督促检查, and nobody else has a part. */
const WATCHES = /^负责(?:监督|督促|督导|督查|指导|检查)/;
/** 甲局落实: it is said of somebody who does it, and no label says so. */
const DOES = /^(?:具体|组织|负责|抓好|统一)*(?:落实|实施|执行|办理|承办|推进)(?!单位|部门)/;

/** 某局负责, 各街道办事处负责: one unit or group alone that 负责 may lead. */
function ofWord(word: Word, pieces: readonly Piece[]): Saying {
  const meant = pieces.filter(isMeant);
  const one = meant.length === 1 && meant[0]?.kind !== 'open';
  const alone = one && word.role === 'shared' && BY_ONESELF.test(word.text);
  const told = one && (word.role === 'shared' || word.role === 'supervising') && isTold(pieces);
  return { ...sayingOf(word), ...(told ? { mayLead: 'told' } : alone && { mayLead: true }) };
}

/** 由甲局: one alone, whom the notice tells to do it. */
function isTold(pieces: readonly Piece[]): boolean {
  const meant = pieces.filter(isMeant);
  const [first] = pieces;
  return first?.kind === 'leading' && BY.test(first.text) && meant.length === 1 && meant[0]?.kind !== 'open';
}

const BY = /由$/;

/**
 * Settles who leads in a clause, of whose parts each was read by itself: those who may lead
 * (主管部门, 承办单位, one unit alone that 负责) do so where nobody else is said to, and are responsible
 * where somebody is, or where several 负责. Once somebody leads, those of whom nothing is said are responsible.
 *
 * @param pieces all pieces of one clause; settling again, with more pieces, is right
 */
export function settleLeads(pieces: readonly Piece[]): Piece[] {
  const meant = pieces.filter(isMeant);
  const said = meant.some(({ role, mayLead }) => role === 'lead' && !mayLead);
  const others = (piece: Meant) => meant.filter((other) => other !== piece && other.kind !== 'open');
  const mayBe = (piece: Meant) =>
    piece.mayLead !== undefined &&
    // 由甲局提供支持，乙局负责绘制.
    !(
      PROVIDES.test(piece.said ?? '') &&
      others(piece).length === 1 &&
      others(piece).every(({ said = '' }) => said === '' || BY_ONESELF.test(said))
    ) &&
    // 由甲局督促，乙局整改: who watches over others leads nobody; 由甲局负责监督，乙局配合: those who help do.
    (!OVERSEES.test(piece.said ?? '') || others(piece).every(({ said = '' }) => HELPS.test(said))) &&
    (piece.mayLead === 'told' ||
      !ORGANISES.test(piece.said ?? '') ||
      others(piece).every(({ said = '' }) => HELPS.test(said)));
  const byOneself = meant.filter((piece) => mayBe(piece) && BY_ONESELF.test(piece.said ?? ''));
  const told = meant.filter((piece) => mayBe(piece) && piece.mayLead === 'told');
  // 甲局负责，乙中心承办: the one who 负责. 由甲局组织，乙中心承办: the one who is told to.
  const mayLead = (piece: Meant) =>
    byOneself.length === 1
      ? byOneself.includes(piece)
      : mayBe(piece) && !byOneself.includes(piece) && (told.length !== 1 || told.includes(piece));
  // 甲局落实，乙局配合: the one whom the others help.
  const [does, ...more] = said ? [] : meant.filter((piece) => DOES.test(piece.said ?? ''));
  const isHelped = does && more.length === 0 && !meant.some(mayLead) && meant.length > 1;
  if (isHelped && does.kind !== 'open' && others(does).every((each) => HELPS.test(each.said ?? '')))
    return pieces.map((piece) => (piece === does ? { ...piece, role: 'lead' } : piece));
  // 由甲局指导，乙中心制定方案: the one who does what another guides.
  const [guided, ...rest] = said
    ? []
    : meant.filter((piece) => !GUIDES.test(piece.said ?? '') && !piece.role);
  if (
    guided &&
    rest.length === 0 &&
    meant.length > 1 &&
    others(guided).every(({ said = '' }) => GUIDES.test(said))
  )
    return pieces.map((piece) => (piece === guided ? { ...piece, role: 'lead' } : piece));
  const leads = said || meant.some(mayLead);
  return pieces.map((piece) => {
    if (!isMeant(piece)) return piece;
    // Read with more, others may lead: 甲局负责整改，乙局负责督导.
    if (meant.length === 1 && WATCHES.test(piece.said ?? ''))
      return { ...piece, role: 'lead', mayLead: true };
    if (piece.mayLead && !said && mayLead(piece)) return { ...piece, role: 'lead' };
    if (piece.mayLead)
      return { ...piece, role: OVERSEES.test(piece.said ?? '') ? 'supervising' : 'responsible' };
    return leads && !piece.role ? { ...piece, role: 'responsible' } : piece;
  });
}
