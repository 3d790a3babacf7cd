import type ExcelJS from 'exceljs';
import type { Segment } from '../../model/revision.js';
import type { FillIn, NoticeColumn, Status } from '../../model/sheet.js';

// The look of all workbooks as one table: Song-style text, black-type headings, thin rules. Each font has a family
// (ECMA-376 18.8.18), so that a computer without it takes one of its kind.

const SIZE = 10.5;
const TEXT = { name: '仿宋', family: 3, charset: 134, size: SIZE } as const;
const HEADING = { name: '黑体', family: 2, charset: 134, size: SIZE } as const;
const TITLE = { name: '方正小标宋简体', family: 1, charset: 134, size: 18 } as const;
const BAR = { name: 'Arial', family: 2, size: 9, color: { argb: 'FF5B8DB8' } } as const;
const GREY = { argb: 'FF707070' } as const;

const RULE = { style: 'thin', color: { argb: 'FF808080' } } as const;
const BORDER = { top: RULE, left: RULE, bottom: RULE, right: RULE };

const solid = (argb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } }) as const;

/** How a cell looks. */
interface CellLook {
  readonly font: Partial<ExcelJS.Font>;
  readonly fill?: ExcelJS.Fill;
  readonly border?: Partial<ExcelJS.Borders>;
  readonly horizontal: 'left' | 'center';
}

const LINE = { font: TEXT, border: BORDER, horizontal: 'left' } as const;

/** Every kind of cell that the program writes. */
export const LOOKS = {
  title: { font: TITLE, horizontal: 'center' },
  subtitle: { font: TEXT, horizontal: 'center' },
  heading: { font: { ...HEADING, size: 12 }, horizontal: 'left' },
  note: { font: TEXT, horizontal: 'left' },
  small: { font: { ...TEXT, size: 10, color: GREY }, horizontal: 'left' },
  warning: { font: TEXT, fill: solid('FFFCE4D6'), horizontal: 'left' },
  head: { font: HEADING, fill: solid('FFDDE6F0'), border: BORDER, horizontal: 'center' },
  label: { ...LINE, font: HEADING, horizontal: 'center' },
  text: LINE,
  centred: { ...LINE, horizontal: 'center' },
  /** For what is no longer asked for, or has not been sent in. */
  faint: { ...LINE, font: { ...TEXT, color: GREY } },
  link: { ...LINE, font: { ...TEXT, color: { argb: 'FF1F4E9E' }, underline: true } },
  lead: { font: { ...HEADING, color: { argb: 'FF1F4E9E' }, underline: true }, horizontal: 'left' },
  /** What a revision changed. */
  changed: { ...LINE, fill: solid('FFFCE4D6') },
  /** To be filled in. */
  open: { ...LINE, fill: solid('FFFFFBE6') },
  bar: { ...LINE, font: BAR },
  /** Sums under a table. */
  total: { ...LINE, font: HEADING, fill: solid('FFF2F2F2') },
} as const satisfies Record<string, CellLook>;

export type LookName = keyof typeof LOOKS;

/** Gives a cell a look. */
export function dress(cell: ExcelJS.Cell, name: LookName, { centred = false, locked = true } = {}): void {
  const { font, fill, border, horizontal }: CellLook = LOOKS[name];
  cell.font = font;
  cell.alignment = { horizontal: centred ? 'center' : horizontal, vertical: 'middle', wrapText: true };
  cell.protection = { locked };
  if (border) cell.border = border;
  if (fill) cell.fill = fill;
}

/** Text in which something was taken out or put in. */
export const SEGMENT_FONTS: Record<Segment['kind'], Partial<ExcelJS.Font>> = {
  same: TEXT,
  removed: { ...TEXT, strike: true, color: { argb: 'FFC00000' } },
  added: { ...TEXT, bold: true, color: { argb: 'FF00703C' } },
};

/** A column that is in a workbook and not in a task sheet. */
type OtherColumn =
  | 'count'
  | 'who'
  | 'further'
  | 'own'
  | 'unit'
  | 'amount'
  | 'share'
  | 'text'
  | 'label'
  | 'tally'
  | 'narrow'
  | 'wide'
  | 'percent'
  | 'rank'
  | 'handed'
  | 'whole'
  | 'said'
  | 'place'
  | 'sign'
  | 'full'
  | 'tick'
  | 'check';

/** How wide a column is, in characters of the default font; those that stretch take what a page has left. */
export const WIDTHS: Record<NoticeColumn | FillIn | OtherColumn, number> = {
  count: 5,
  ref: 8,
  name: 15,
  goal: 34,
  duties: 14,
  who: 18,
  further: 26,
  person: 9,
  phone: 13,
  due: 13.5,
  status: 9,
  progress: 20,
  updated: 13.5,
  note: 16,
  answer: 10,
  own: 14,
  id: 13,
  part: 10,
  category: 14,
  number: 7,
  indicators: 26,
  times: 18,
  until: 18,
  deliverables: 10,
  lead: 18,
  responsible: 24,
  helping: 18,
  supervising: 16,
  people: 16,
  steps: 30,
  schedule: 24,
  money: 14,
  scoring: 16,
  measures: 10,
  remark: 14,
  at: 18,
  change: 24,
  unit: 22,
  amount: 10,
  share: 26,
  text: 34,
  label: 12,
  tally: 7.4,
  // As many as a page on end has room for beside a unit's name; wide holds 1638, percent 99.9%.
  narrow: 5.4,
  wide: 6.2,
  percent: 7.2,
  rank: 4.6,
  handed: 10.4,
  whole: 20.7,
  said: 30,
  place: 26,
  sign: 3.6,
  full: 44,
  tick: 5,
  check: 18,
};

const CENTRED: ReadonlySet<string> = new Set<keyof typeof WIDTHS>([
  'count',
  'ref',
  'due',
  'status',
  'updated',
  'answer',
  'id',
  'part',
  'category',
  'number',
  'until',
  'deliverables',
  'measures',
  'amount',
  'label',
  'tally',
  'narrow',
  'wide',
  'percent',
  'rank',
  'handed',
  'sign',
  'tick',
]);
const STRETCHING: ReadonlySet<string> = new Set<keyof typeof WIDTHS>(['goal', 'who', 'text', 'said']);

/** How a column is laid out, by its name in the table above. */
export function columnLook(name: keyof typeof WIDTHS): {
  readonly width: number;
  readonly centred: boolean;
  readonly stretches: boolean;
} {
  return { width: WIDTHS[name], centred: CENTRED.has(name), stretches: STRETCHING.has(name) };
}

/** How small a sheet may be printed: text of 10.5 points has 7.5, then. */
export const SMALLEST_SCALE = 0.7;

/** A page: how large, which way, how many characters wide a table on it may be for its text to have 9 points, how high. */
export const PAGES = {
  landscape: { paperSize: 9, orientation: 'landscape', width: 170, height: 530 },
  portrait: { paperSize: 9, orientation: 'portrait', width: 115, height: 777 },
  /** A3, for what has a column a unit. */
  large: { paperSize: 8, orientation: 'landscape', width: 246, height: 777 },
} as const;

/** What stands at the foot of each page; a name may begin with a digit, which would be of the size before it. */
export function footerOf(name: string): string {
  return `${name === '' ? '' : `&L${FOOTER_SIZE}${name.replaceAll('&', '&&')}`}&C${FOOTER_SIZE}第 &P 页，共 &N 页`;
}
const FOOTER_SIZE = '&11 ';

export const MARGINS = { left: 0.4, right: 0.4, top: 0.4, bottom: 0.5, header: 0.25, footer: 0.25 } as const;

/** A bar in a cell: so many blocks of the longest one. */
export const BLOCK = '█';
export const LONGEST_BAR = 24;

/** @param share of the longest bar, from 0 to 1 */
export function barOf(share: number): string {
  return BLOCK.repeat(Math.round(share * LONGEST_BAR));
}

interface Colours {
  readonly fill?: string;
  readonly font: string;
}

/** The colours of the states that a task can be in, of a day that has passed, and of one that is not printed. */
export const STATUS_COLOURS: Readonly<Record<Status, Colours>> = {
  idle: { fill: 'FFEDEDED', font: 'FF404040' },
  going: { fill: 'FFDDEBF7', font: 'FF1F4E79' },
  done: { fill: 'FFE2EFDA', font: 'FF375623' },
  late: { fill: 'FFF8CBAD', font: 'FF9C0006' },
};
export const LATE_COLOURS: Colours = { fill: 'FFFFC7CE', font: 'FF9C0006' };
export const INFERRED_COLOURS: Colours = { font: 'FF909090' };

/** Numbers to be seen by their colour: from which to which value, and the colours there. */
const SCALES = {
  /** What is done: the more the better. */
  share: [
    [0, 'FFF8CBAD'],
    [0.5, 'FFFFF2CC'],
    [1, 'FFC6E0B4'],
  ],
  /** What is behind: none is as it should be. */
  faults: [
    [0, 'FFFFFFFF'],
    ['max', 'FFF4B183'],
  ],
} as const;
export type ScaleName = keyof typeof SCALES;

/** A rule of conditional formatting that colours numbers. */
export function scaleOf(name: ScaleName): ExcelJS.ConditionalFormattingRule {
  return {
    type: 'colorScale',
    priority: 1,
    cfvo: SCALES[name].map(([at]) => (at === 'max' ? { type: 'max' } : { type: 'num', value: at })),
    color: SCALES[name].map(([, argb]) => ({ argb })),
  } as ExcelJS.ConditionalFormattingRule;
}

/** For a rule of conditional formatting, whose solid fill has its colour in the background (18.8.32). */
export function colouring({ fill, font }: Colours): Partial<ExcelJS.Style> {
  return {
    ...(fill !== undefined && { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: fill } } }),
    font: { color: { argb: font } },
  };
}
