/**
 * What a paragraph looks like by itself. The forms are those of 《党政机关公文格式》 (GB/T 9704—2012):
 * document number 7.2.5, addressees 7.3.2, outline numbers 7.3.3, appendix label 7.3.4 and 7.3.8,
 * date 7.3.5.4, note in brackets 7.3.7, colophon 7.4.
 */
export type Shape =
  | 'document-number'
  | 'date'
  | 'publicity'
  | 'appendix-label'
  | 'colophon'
  | 'table-note'
  | 'chapter'
  | 'measure'
  | 'addressees'
  | 'sentence'
  | 'line';

const HAN_NUMBER = '[〇零一二三四五六七八九十百]+';

/** Matched in this order on the text in NFKC form without blanks; the first that matches counts. */
const SHAPES: readonly (readonly [Shape, RegExp])[] = [
  ['document-number', /^[\p{Script=Han}]{2,20}[〔[【(]\d{4}[〕\]】)]第?\d+号$/u],
  ['date', /^\d{4}年\d{1,2}月\d{1,2}日$/],
  ['publicity', /^\(此件[^()]*\)$/],
  ['appendix-label', /^附件\d*:?$/],
  ['colophon', /^(抄送|抄报|主送):|^.{2,30}\d{4}年\d{1,2}月\d{1,2}日印发$/],
  ['table-note', /^(备注|说明|注):/],
  ['chapter', new RegExp(`^${HAN_NUMBER}、`)],
  ['measure', new RegExp(`^\\(${HAN_NUMBER}\\)`)],
  ['addressees', /^[^。;]*:$/],
  ['sentence', /[。;!?:]/],
  ['line', /^/],
];

/** The shape of a paragraph's text. */
export function shapeOf(text: string): Shape {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  return SHAPES.find(([, pattern]) => pattern.test(plain))?.[0] ?? 'line';
}

/** The parts of an outline paragraph: 一、… or （一）…, its title ending at the first full stop. */
export interface Heading {
  /** 一 of a chapter, （一） of a measure, as printed. */
  readonly number: string;
  readonly title: string;
}

const HEADING = new RegExp(`^(?:(${HAN_NUMBER})、|([（(]${HAN_NUMBER}[）)]))\\s*([^。]*)`);

/** Takes the number and title off an outline paragraph; call it on shapes `chapter` and `measure`. */
export function headingOf(text: string): Heading {
  const [, chapter, measure, title] = HEADING.exec(text) ?? [];
  return { number: chapter ?? measure ?? '', title: (title ?? text).trim() };
}
