/** What two readings of one paragraph or cell differ in; one of the two may be missing. */
export interface Difference {
  readonly ours: string | undefined;
  readonly theirs: string | undefined;
  /** Pieces that only ours has, and that only theirs has. */
  readonly more: readonly string[];
  readonly less: readonly string[];
}

/** What is known of the file besides. */
export interface FileFacts {
  /** The document's own part, as XML. */
  readonly xml: string;
  /** What our reader has set aside or told as unread. */
  readonly aside: string;
}

/** Something that mammoth is known to lose or to show though Word does not, and why that is no fault of our reader. */
export interface KnownLoss {
  readonly name: string;
  readonly why: string;
  /** What the file has where this may be. */
  readonly where: RegExp;
  readonly explains: (difference: Difference, facts: FileFacts) => boolean;
}

/** Mammoth has nothing that ours has not. */
const lostByMammoth = ({ less }: Difference) => less.length === 0;

/** What numbers of lists look like: （一）, 1.2, 第三条, ①. */
const NUMBER =
  /^(?:[第（(\-—]*[\d一二三四五六七八九十百千〇零甲乙丙丁戊己庚辛壬癸①-⑳⑴-⒛㈠-㈩㊀-㊉A-Za-z壹贰叁肆伍陆柒捌玖拾][.．、）)章节条款项编\-—]*)+$/u;

/** The first that explains a difference counts. */
export const KNOWN_LOSSES: readonly KnownLoss[] = [
  {
    name: 'numbers',
    why: 'mammoth leaves numbers of lists to the browser',
    where: /<w:(?:numPr|pStyle)\b|<\w+:numPr\b/,
    explains: ({ more, less }) => less.length === 0 && more.every((piece) => NUMBER.test(piece)),
  },
  {
    name: 'set aside',
    why: 'mammoth knows nothing of hidden text, of struck rows, of cells that a tracked change takes out; our reader has set this aside and told it',
    where:
      /<\w+:(?:vanish|strike|dstrike|cellDel|hidden|rStyle|pStyle|del|AlternateContent|vMerge|hMerge|fldChar)\b/,
    explains: ({ more, less }, { aside }) =>
      more.length === 0 && less.every((piece) => aside.includes(piece)),
  },
  {
    name: 'formulas',
    why: 'mammoth passes over formulas',
    where: /<\w+:oMath\b/,
    explains: lostByMammoth,
  },
  {
    name: 'fields',
    why: 'mammoth works no field out: it has only results that are stored',
    where: /\b(?:EQ|SYMBOL|FORMDROPDOWN|MACROBUTTON|GOTOBUTTON)\b/i,
    explains: lostByMammoth,
  },
  {
    name: 'parts',
    why: 'mammoth passes over parts in other formats',
    where: /<\w+:altChunk\b/,
    explains: lostByMammoth,
  },
  {
    name: 'drawings',
    why: 'mammoth reads text boxes of the older kind only, and no words that are an attribute',
    where: /<\w+:(?:txbxContent|textpath)\b/,
    explains: lostByMammoth,
  },
  {
    name: 'forms of one content',
    why: 'mammoth takes the form for older programs; Word shows the one for newer',
    where: /<\w+:AlternateContent\b/,
    explains: ({ less }, { aside }) => less.every((piece) => aside.includes(piece)),
  },
  {
    name: 'elements',
    why: 'mammoth does not know these elements, which stand around text',
    where: /<\w+:(?:ruby|dir|bdo|ptab|sym)\b/,
    explains: lostByMammoth,
  },
];
