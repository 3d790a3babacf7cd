/** What two readings of one paragraph or cell differ in; one of the two may be missing. */
export interface ReadingDifference {
  readonly ours: string | undefined;
  readonly theirs: string | undefined;
  /** Pieces that only ours has, and that only theirs has. */
  readonly more: readonly string[];
  readonly less: readonly string[];
  /** Whether the one that has it has it somewhere else than the other. */
  readonly isMoved: boolean;
}

/** What is known of the file besides. */
export interface FileFacts {
  /** The document's own part, as XML. */
  readonly xml: string;
  /** What our reader has set aside or told as unread. */
  readonly aside: string;
}

/** Something that mammoth is known to lose or to show though Word does not, and why that is no fault of our reader. */
interface KnownLoss {
  readonly name: string;
  readonly why: string;
  /** What the file has where this may be. */
  readonly where: Pick<RegExp, 'test'>;
  /** Whether it explains a difference in words. */
  readonly words: (difference: ReadingDifference, facts: FileFacts) => boolean;
  /** Whether it explains that a cell reaches further in one of the readings. */
  readonly cells?: true;
}

/** Mammoth has nothing that ours has not. */
const lostByMammoth = ({ less }: ReadingDifference) => less.length === 0;

/** What numbers of lists look like: （一）, 1.2, 第三条, ①. */
const NUMBER =
  /^[第（(\-—]*(?:[\d一二三四五六七八九十百千〇零甲乙丙丁戊己庚辛壬癸①-⑳⑴-⒛㈠-㈩㊀-㊉A-Za-z壹贰叁肆伍陆柒捌玖拾][.．、）)章节条款项编第（(\-—]*)+$/u;

/** A cell that goes on from the one above (17.4.84). */
const MERGED_ON = /<\w{1,9}:vMerge(?:\s{1,9}\w{1,9}:val="continue")?\s{0,9}\/>/;
const CELL = /<\w{1,9}:tc>/;
const CELL_END = /<\/\w{1,9}:tc>/;
const WORDS = /<\w{1,9}:t(?:\s[^<>]{0,200})?>([^<]*)/g;

/** The words of the cells that go on from those above. */
function goesOn(xml: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const part of xml.split(CELL_END)) {
    const start = part.search(CELL);
    const cell = start < 0 ? '' : part.slice(start);
    if (!MERGED_ON.test(cell)) continue;
    const words = Array.from(cell.matchAll(WORDS), ([, text = '']) => text).join('');
    if (words.trim() !== '') found.add(words.replace(/\s/g, ''));
  }
  return found;
}

const KNOWN_LOSSES: readonly KnownLoss[] = [
  {
    name: 'numbers',
    why: 'mammoth leaves numbers of lists to the browser',
    where: /<w:(?:numPr|pStyle)\b|<\w+:numPr\b/,
    words: ({ more, less }) => less.length === 0 && more.every((piece) => NUMBER.test(piece)),
  },
  {
    name: 'set aside',
    why: 'mammoth knows nothing of hidden text, of struck rows, of cells that a tracked change takes out; our reader has set this aside and told it',
    where:
      /<\w+:(?:vanish|strike|dstrike|cellDel|hidden|rStyle|pStyle|del|AlternateContent|vMerge|hMerge|fldChar)\b/,
    words: ({ more, less }, { aside }) => more.length === 0 && less.every((piece) => aside.includes(piece)),
  },
  {
    name: 'lines of a site',
    why: 'mammoth keeps the lines that a web site has around a notice that was saved from it; our reader has set them aside',
    where: /位置|首页|索引号|发布机构|网站标识码|版权所有|ICP备/,
    words: ({ ours, less }, { aside }) => ours === undefined && less.every((piece) => aside.includes(piece)),
  },
  {
    name: 'rows left out',
    why: 'mammoth keeps rows that are hidden or struck out, and with them the cells that reach over them',
    where: /<\w+:(?:hidden|strike|dstrike|rStyle|pStyle)\b/,
    words: ({ isMoved }) => isMoved,
    cells: true,
  },
  {
    name: 'changes of cells',
    why: 'mammoth knows nothing of tracked changes that put in, take out or merge cells',
    where: /<\w+:cell(?:Ins|Del|Merge)\b/,
    words: lostByMammoth,
    cells: true,
  },
  {
    name: 'cells that go on from none',
    why: 'mammoth lays a cell that goes on from above over whatever cell began in that column last, and loses its words',
    where: { test: (xml) => goesOn(xml).size > 0 },
    words: ({ ours, less }, { xml }) => less.length === 0 && ours !== undefined && goesOn(xml).has(ours),
    cells: true,
  },
  {
    name: 'cells merged across in the older way',
    why: 'mammoth does not know hMerge',
    where: /<\w+:hMerge\b/,
    words: () => false,
    cells: true,
  },
  {
    name: 'raised by a style',
    why: 'mammoth knows what is raised by itself, and not what a style raises',
    where: /<\w+:[rp]Style\b/,
    words: ({ more, less }) => less.length === 0 && more.every((piece) => /^[\^_]+$/.test(piece)),
  },
  {
    name: 'formulas',
    why: 'mammoth passes over formulas',
    where: /<\w+:oMath\b/,
    words: lostByMammoth,
  },
  {
    name: 'fields',
    why: 'mammoth works no field out: it has only results that are stored',
    where: /\b(?:EQ|SYMBOL|FORMDROPDOWN|MACROBUTTON|GOTOBUTTON)\b/i,
    words: lostByMammoth,
  },
  {
    name: 'parts',
    why: 'mammoth passes over parts in other formats',
    where: /<\w+:altChunk\b/,
    words: lostByMammoth,
  },
  {
    name: 'drawings',
    why: 'mammoth reads text boxes of the older kind only, and no words that are an attribute',
    where: /<\w+:(?:txbxContent|textpath)\b/,
    words: lostByMammoth,
  },
  {
    name: 'forms of one content',
    why: 'mammoth takes the form for older programs; Word shows the one for newer',
    where: /<\w+:AlternateContent\b/,
    words: ({ less }, { aside }) => less.every((piece) => aside.includes(piece)),
  },
  {
    name: 'fonts of signs',
    why: 'mammoth has the letter where a font shows a sign in its place: ü for ✓ in Wingdings',
    where: /<\w+:rFonts\b[^<>]{0,300}"(?:Wingdings|Webdings|Symbol)/i,
    words: ({ more, less }) =>
      less.every((piece) => /^[!-\u00ff\uf021-\uf0ff]+$/.test(piece)) &&
      more.every((piece) => !/\p{Script=Han}/u.test(piece)),
  },
  {
    name: 'elements',
    why: 'mammoth does not know these elements, which stand around text',
    where: /<\w+:(?:ruby|dir|bdo|ptab|sym)\b/,
    words: lostByMammoth,
  },
];

/** Why a difference is no fault of our reader, where that is known. */
export function knownLoss(difference: ReadingDifference, facts: FileFacts): KnownLoss | undefined {
  const isOfWords = difference.ours !== difference.theirs;
  return KNOWN_LOSSES.find(
    ({ where, words, cells }) =>
      where.test(facts.xml) && (isOfWords ? words(difference, facts) : cells === true),
  );
}
