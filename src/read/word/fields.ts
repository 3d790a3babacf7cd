import { childOf, elementsOf, isOn, valueIn, visit, type XmlElement } from '../xml.js';
import { equation } from './equation.js';
import { signOf } from './signs.js';

/** What a field without a result comes to. */
export type FieldValue =
  /** What Word shows for it, which the file does not have as text, and what says how that is read. */
  | { readonly kind: 'shown'; readonly text: string; readonly ruby?: string }
  /** It shows what its instruction says, in a way that cannot be written in a line. */
  | { readonly kind: 'unwritten'; readonly text: string }
  /** It shows what only Word knows. */
  | { readonly kind: 'unknown'; readonly instruction: string }
  | { readonly kind: 'number' };

type Evaluate = (rest: string, begin: XmlElement | undefined, instruction: string) => FieldValue;

const shown = (text: string): FieldValue => ({ kind: 'shown', text });
const NOTHING: FieldValue = shown('');
const nothing: Evaluate = () => NOTHING;
const number: Evaluate = () => ({ kind: 'number' });

/** What fields show for which no result is stored, by the first word of their instruction (17.16.5). */
const KINDS: ReadonlyMap<string, Evaluate> = new Map<string, Evaluate>([
  [
    'EQ',
    (rest, _, instruction) => {
      const value = equation(rest);
      return value ? { kind: 'shown', ...value } : { kind: 'unwritten', text: instruction };
    },
  ],
  ['SYMBOL', (rest) => shown(signIn(rest))],
  ['FORMDROPDOWN', (_, begin) => shown(chosenIn(begin))],
  ['FORMCHECKBOX', (_, begin) => shown(isTicked(begin) ? '☒' : '☐')],
  ['MACROBUTTON', (rest) => shown(rest.replace(/^\S+\s*/, ''))],
  ['GOTOBUTTON', (rest) => shown(rest.replace(/^\S+\s*/, ''))],
  ...['AUTONUM', 'AUTONUMLGL', 'AUTONUMOUT', 'LISTNUM'].map((kind) => [kind, number] as const),
  // Entries of tables of contents and the like, what is set for later, links on nothing.
  ...'XE TC TA RD SET ASK PRIVATE ADVANCE NEXT NEXTIF SKIPIF FORMTEXT HYPERLINK BOOKMARK ADDIN'
    .split(' ')
    .map((kind) => [kind, nothing] as const),
  ['', nothing],
]);

/** A field that has begun. */
interface UnfinishedField {
  readonly begin: XmlElement;
  instruction: string;
  /** Text that stands where its instruction does, as the result of fields in it. */
  within: string;
  isAnswered: boolean;
  hasResult: boolean;
}

/** The fields that a document's reading is in: their instructions are not shown, their results are. */
export class Fields {
  readonly #open: UnfinishedField[] = [];
  readonly #document: XmlElement;
  #endless: ReadonlySet<XmlElement> | undefined;

  constructor(document: XmlElement) {
    this.#document = document;
  }

  /** Takes text that is being printed: whether it is part of an instruction. */
  takes(text: string): boolean {
    if (this.#open.length === 0) return false;
    const instructed = this.#open.findLast(({ isAnswered }) => !isAnswered);
    if (instructed) {
      instructed.instruction += text;
      instructed.within += text;
    } else if (text.trim() !== '') for (const each of this.#open) each.hasResult = true;
    return instructed !== undefined;
  }

  instruct(text: string): void {
    const instructed = this.#open.findLast(({ isAnswered }) => !isAnswered);
    if (instructed) instructed.instruction += text;
  }

  /**
   * Goes past a character that parts a field (17.16.18).
   *
   * @returns what the field comes to that ends here and has no result, and text that its result takes the place of
   */
  pass(char: XmlElement): { readonly value?: FieldValue; readonly within?: string } {
    const type = char.attributes['w:fldCharType'];
    if (type === 'begin') {
      this.#endless ??= endlessIn(this.#document);
      if (!this.#endless.has(char))
        this.#open.push({ begin: char, instruction: '', within: '', isAnswered: false, hasResult: false });
      return {};
    }
    if (type === 'separate') {
      const last = this.#open.at(-1);
      if (!last) return {};
      last.isAnswered = true;
      return { within: last.within };
    }
    const ended = type === 'end' ? this.#open.pop() : undefined;
    if (!ended || ended.hasResult) return {};
    const value = fieldValue(ended.instruction, ended.begin);
    // Word shows nothing in place of a result that is empty, but where it always works it out.
    return ended.isAnswered && value.kind !== 'shown' ? {} : { value };
  }

  /** Text that stands in fields which have not ended where they ought to. */
  left(): string[] {
    return this.#open.splice(0).map(({ within }) => within);
  }
}

/** What a field shows for which no result is stored. */
export function fieldValue(instruction: string, begin?: XmlElement): FieldValue {
  const whole = instruction.trim();
  const [word = ''] = /^[^\s\\]*/.exec(whole) ?? [];
  const rest = whole.slice(word.length).trim();
  return KINDS.get(word.toUpperCase())?.(rest, begin, whole) ?? { kind: 'unknown', instruction: whole };
}

/** SYMBOL 179 \f "Symbol" \s 12: a character of a font; with \u of Unicode. */
function signIn(rest: string): string {
  const [, digits = ''] = /^(0x[\da-f]+|\d+)/i.exec(rest) ?? [];
  const [, font = ''] = /\\f\s{0,9}"?([^"\\\s][^"\\]{0,60}?)"?\s{0,9}(?:\\|$)/i.exec(rest) ?? [];
  return signOf(/\\u/i.test(rest) ? '' : font, Number(digits));
}

/** The entry of a list to choose from that is chosen (17.16.9). */
function chosenIn(begin: XmlElement | undefined): string {
  const list = begin && elementsOf(begin, 'w:ddList')[0];
  const entries = list ? elementsOf(list, 'w:listEntry') : [];
  const chosen = Number(valueIn(list, 'w:result') ?? valueIn(list, 'w:default') ?? 0);
  return entries[chosen]?.attributes['w:val'] ?? '';
}

/** Whether a box to tick is ticked (17.16.7). */
function isTicked(begin: XmlElement | undefined): boolean {
  const box = begin && elementsOf(begin, 'w:checkBox')[0];
  return isOn(childOf(box, 'w:checked') ?? childOf(box, 'w:default'));
}

/** Where fields begin that do not end. */
function endlessIn(document: XmlElement): ReadonlySet<XmlElement> {
  const open: XmlElement[] = [];
  visit(document, (each) => {
    if (each.name !== 'w:fldChar') return true;
    if (each.attributes['w:fldCharType'] === 'begin') open.push(each);
    else if (each.attributes['w:fldCharType'] === 'end') open.pop();
    return false;
  });
  return new Set(open);
}
