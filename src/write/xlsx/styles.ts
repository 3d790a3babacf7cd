import type ExcelJS from 'exceljs';
import type { Segment } from '../../model/revision.js';
import type { Status } from '../../model/sheet.js';

// The look that all workbooks share: Song-style text, black-type headings, thin rules. Each font has a family
// (ECMA-376 18.8.18), so that a computer without it takes one of its kind.

export const TEXT_FONT = { name: '仿宋', family: 3, charset: 134, size: 10.5 } as const;
export const FAINT_FONT = { ...TEXT_FONT, color: { argb: 'FF707070' } } as const;
export const LINK_FONT = { ...TEXT_FONT, color: { argb: 'FF1F4E9E' }, underline: true } as const;
export const HEADING_FONT = { name: '黑体', family: 2, charset: 134, size: 10.5 } as const;
export const TITLE_FONT = { name: '方正小标宋简体', family: 1, charset: 134, size: 18 } as const;
export const BAR_FONT = { name: 'Arial', family: 2, size: 9, color: { argb: 'FF5B8DB8' } } as const;

export const SEGMENT_FONTS: Record<Segment['kind'], Partial<ExcelJS.Font>> = {
  same: TEXT_FONT,
  removed: { ...TEXT_FONT, strike: true, color: { argb: 'FFC00000' } },
  added: { ...TEXT_FONT, bold: true, color: { argb: 'FF00703C' } },
};

/** A bar in a cell: so many blocks of the longest one. */
export const BLOCK = '█';
export const LONGEST_BAR = 24;

/** @param share of the longest bar, from 0 to 1 */
export function barOf(share: number): string {
  return BLOCK.repeat(Math.round(share * LONGEST_BAR));
}

const RULE = { style: 'thin', color: { argb: 'FF808080' } } as const;
export const BORDER = { top: RULE, left: RULE, bottom: RULE, right: RULE };

const solid = (argb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } }) as const;
export const HEADING_FILL = solid('FFDDE6F0');
export const FILL_IN_FILL = solid('FFFFFBE6');
export const CHANGE_FILL = solid('FFFCE4D6');

/** The colours of the states that a task can be in, and of a day that has passed. */
export const STATUS_COLOURS: Readonly<Record<Status, { readonly fill: string; readonly font: string }>> = {
  idle: { fill: 'FFEDEDED', font: 'FF404040' },
  going: { fill: 'FFDDEBF7', font: 'FF1F4E79' },
  done: { fill: 'FFE2EFDA', font: 'FF375623' },
  late: { fill: 'FFF8CBAD', font: 'FF9C0006' },
};
export const LATE_COLOUR = { fill: 'FFFFC7CE', font: 'FF9C0006' } as const;

/** For a rule of conditional formatting, whose solid fill has its colour in the background (18.8.32). */
export function colouring({ fill, font }: { fill: string; font: string }): Partial<ExcelJS.Style> {
  return {
    fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: fill } },
    font: { color: { argb: font } },
  };
}
