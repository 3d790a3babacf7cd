import { DATE } from './calendar.js';
import { APPENDIX, NUMBER_LABEL, YEAR_CLOSING, YEAR_OPENING } from './documents.js';
import { CHAPTER_NUMBER, DIGIT, ITEM_NUMBER, MEASURE_NUMBER, NUMBER_STOP, ORDINAL } from './numerals.js';
import { COLON } from './punctuation.js';

/**
 * What a paragraph looks like by itself. The forms are those of 《党政机关公文格式》 (GB/T 9704—2012):
 * document number 7.2.5, addressees 7.3.2, outline numbers 7.3.3, appendix label 7.3.4 and 7.3.7,
 * date 7.3.5.4, note in brackets 7.3.6, colophon 7.4.
 */
export type Shape =
  | 'document-number'
  | 'date'
  | 'publicity'
  | 'appendix-label'
  | 'appendix-heading'
  | 'colophon'
  | 'table-note'
  | 'contact'
  | OutlineShape
  | 'addressees'
  | 'sentence'
  | 'line';

/** Paragraphs that a number begins, from the highest down: 一、 or 第一章, 第一条, （一）, 1. */
export const OUTLINE_SHAPES = ['chapter', 'article', 'measure', 'item'] as const;
export type OutlineShape = (typeof OUTLINE_SHAPES)[number];

/** Whether a number begins the paragraph. */
export function isOutline(shape: Shape): shape is OutlineShape {
  return (OUTLINE_SHAPES as readonly Shape[]).includes(shape);
}

/** Matched in this order on the text in NFKC form without blanks; the first that matches counts. */
const SHAPES: readonly (readonly [Shape, RegExp])[] = [
  [
    'document-number',
    new RegExp(
      `^(?:${NUMBER_LABEL}:)?[\\p{Script=Han}]{2,20}${YEAR_OPENING}\\d{4}${YEAR_CLOSING}第?\\d+号(?=$|签发人)`,
      'u',
    ),
  ],
  ['date', new RegExp(`^${DATE}$`)],
  ['publicity', /^\(此件[^()]*\)$/],
  ['appendix-label', /^附(?:件\d*|\d{1,2}):?$/],
  ['appendix-heading', /^附件(?:\d{1,3}:?|:)?(?!\d?[.、])[^。;:]{2,60}$/],
  [
    'colophon',
    new RegExp(
      `^(?:抄送|抄报|主送|主题词):|^.{2,30}${DATE}印发(?:\\(?共印\\d{1,6}份\\)?)?$|^\\(?共印\\d{1,6}份\\)?$|^(?:信息)?公开(?:方式|类别|属性|形式):.{2,20}$`,
    ),
  ],
  ['contact', /^\(?联系(?:人|电话|方式)[^。;:]{0,40}:(?=[^。;]{0,200}\d{5})[^。;]*[。;]?\)?$/],
  [
    'table-note',
    /^\(?(?:备注|附注|说明|注释|注|填[报表写]说明|编制说明|使用说明|图例)\d{0,2}:|^[合总共]计:?\d{1,6}[个项处件户条家座]$|^(?:以上|上述|上表|表中|表内)(?:各项|所列|全部|各)?(?:任务|工作|事项|项目|指标|措施|问题)[^。;]{2,60}[。;]?$/,
  ],
  ['chapter', new RegExp(`^(?:${CHAPTER_NUMBER}|第${ORDINAL}章)`)],
  ['article', new RegExp(`^第${ORDINAL}条`)],
  ['measure', new RegExp(`^${MEASURE_NUMBER}`)],
  ['item', new RegExp(`^${ITEM_NUMBER}`)],
  ['addressees', /^[^。;]*:$/],
  ['sentence', /[。;!?:]/],
  ['line', /^/],
];

/** The shape of a paragraph's text. */
export function shapeOf(text: string): Shape {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  return SHAPES.find(([, pattern]) => pattern.test(plain))?.[0] ?? 'line';
}

/** What else stands there, and elsewhere says who has to do something: 某局承办, 承办单位：某局. */
const FOOT =
  /^[^。;:,、()]{2,30}(?:承办|印发|印制|制发|校印)$|^(?:承办|起草|校对|印制|拟稿|打印)(?:单位|科室|处室|股室|人)?:[^。;]{1,80}$/;

/** Whether a paragraph may stand at the foot of a notice, beside its colophon. */
export function isFootLine(text: string): boolean {
  return FOOT.test(text.normalize('NFKC').replace(/\s/g, ''));
}

/** The parts of an outline paragraph: 一、… or （一）…, its title ending at the first full stop. */
export interface Heading {
  /** 一 of 一、, （一） of （一）, 第一条 of 第一条, 1 of 1., as printed. */
  readonly number: string;
  readonly title: string;
  /** Where in the text the title begins and ends. */
  readonly start: number;
  readonly end: number;
}

const HEADING = new RegExp(
  `^(?:(${ORDINAL})、|(第${ORDINAL}[章条])|(${MEASURE_NUMBER})|(${DIGIT}{1,3})${NUMBER_STOP})\\s*(?<title>[^。]*)`,
  'd',
);

/** Takes the number and title off an outline paragraph; call it on shapes `chapter` to `item`. */
export function headingOf(text: string): Heading {
  const found = HEADING.exec(text);
  const [from, to] = found?.indices?.groups?.['title'] ?? [0, text.length];
  const title = text.slice(from, to).trim();
  const start = from + text.slice(from, to).indexOf(title);
  return { number: found?.slice(1, -1).find((part) => part) ?? '', title, start, end: start + title.length };
}

const APPENDIX_LABEL = new RegExp(
  `^${APPENDIX}\\s*(?:${DIGIT}{1,2}(?!${DIGIT}|年)\\s*)?(?:${COLON}\\s*)?(?=\\S)`,
);

/**
 * Where the title begins in a line that has an appendix's label and title: 附件1 重点时段值守安排. Call it
 * on the shape `appendix-heading`.
 */
export function appendixTitleStart(text: string): number | undefined {
  return APPENDIX_LABEL.exec(text)?.[0].length;
}

const BEFORE_DIGIT = new RegExp(`^(${DIGIT}{1,3})(?!、)${NUMBER_STOP}\\s*${DIGIT}`);
const FIRST_NUMBER = new RegExp(`^(${DIGIT}{1,3})${NUMBER_STOP}`);

/**
 * Whether a number stands before a title that begins with a digit: 12.300英才计划 behind an item 11, or a 1
 * before an item 2. By itself it would be a number of its own: 1.5万亩.
 *
 * @param last the number of the item before, 0 where there is none
 * @param following gives the texts of the paragraphs behind
 */
export function isSequel(text: string, last: number, following: () => readonly string[]): boolean {
  const number = numberAt(BEFORE_DIGIT, text);
  if (number === undefined) return false;
  if (number === last + 1 && last > 0) return true;
  const next = following()
    .map((each) => numberAt(FIRST_NUMBER, each))
    .find((each) => each !== undefined);
  return next === number + 1 && (last === 0 || number === last + 1);
}

function numberAt(pattern: RegExp, text: string): number | undefined {
  const printed = pattern.exec(text)?.[1];
  return printed === undefined ? undefined : Number(printed.normalize('NFKC'));
}
