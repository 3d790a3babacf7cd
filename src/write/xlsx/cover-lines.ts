import type ExcelJS from 'exceljs';
import { heightOf } from './heights.js';
import { dress, type LookName } from './styles.js';
import { linkValue } from './table.js';

/** Widths of the cover's columns, in characters: a portrait page. */
export const COVER_WIDTHS = [18, 28, 14, 32] as const;

/** A cover being written, line by line. */
export class Cover {
  #row = 0;
  #height = 0;
  constructor(readonly sheet: ExcelJS.Worksheet) {}

  /** A line of cells, each with its look; a cell may be merged with those at its right. */
  line(
    values: readonly (ExcelJS.CellValue | undefined)[],
    looks: readonly LookName[],
    {
      merge = [],
      least = 20,
    }: { merge?: readonly (readonly [from: number, to: number])[]; least?: number } = {},
  ): ExcelJS.Row {
    const row = this.sheet.getRow(++this.#row);
    COVER_WIDTHS.forEach((_, i) => {
      const cell = row.getCell(i + 1);
      cell.value = values[i] ?? null;
      dress(cell, looks[i] ?? looks.at(-1) ?? 'text');
    });
    for (const [from, to] of merge) this.sheet.mergeCells(this.#row, from, this.#row, to);
    const widths = COVER_WIDTHS.map((_, i) => {
      const [, to = i + 1] = merge.find(([from]) => from === i + 1) ?? [];
      return COVER_WIDTHS.slice(i, to).reduce<number>((sum, each) => sum + each, 0);
    });
    row.height = Math.max(
      least,
      heightOf(
        values.map((value) => (typeof value === 'string' ? value : '')),
        widths,
      ),
    );
    this.#height += row.height;
    return row;
  }

  /** A line over the whole width. */
  whole(value: ExcelJS.CellValue, look: LookName, least?: number): void {
    this.line([value], [look], { merge: [[1, 4]], ...(least !== undefined && { least }) });
  }

  heading(text: string): void {
    this.gap();
    this.whole(text, 'heading');
  }

  /** A line that nobody is to see. */
  hidden(values: readonly string[]): void {
    const row = this.sheet.getRow(++this.#row);
    row.hidden = true;
    for (const [i, value] of values.entries()) {
      row.getCell(i + 1).value = value;
      dress(row.getCell(i + 1), 'small');
    }
  }

  gap(): void {
    this.sheet.getRow(++this.#row).height = 10;
    this.#height += 10;
  }

  get last(): number {
    return this.#row;
  }

  get height(): number {
    return this.#height;
  }
}

/** Text that leads to another worksheet. */
export function link(text: string, sheet: string): ExcelJS.CellValue {
  return linkValue({ text, to: `${sheet}!A1` });
}
