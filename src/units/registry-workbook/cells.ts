import { diagnose } from '../../model/diagnose.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { Place } from '../../model/place.js';
import { NOT_WHOLE, TICK, WHOLE } from '../../words/registry-words.js';
import { ANSWER_SAID, asSaid } from '../../words/said.js';

/** How far down a header may be: people put lines above a table. */
export const HEADER_WITHIN = 20;

/** A text of a worksheet, with its place. */
export interface RegistryCell {
  readonly text: string;
  readonly at: Place;
}

/** A worksheet: texts by row and by column. */
export type TextGrid = readonly (readonly RegistryCell[])[];

/** What is wrong with a registry, so that it is none, and what is only told of it. */
export class RegistryFaults {
  readonly wrong: Diagnostic[] = [];
  readonly told: Diagnostic[] = [];

  /** Something is wrong with a cell. */
  add(detail: string, { at }: RegistryCell): void {
    this.wrong.push(diagnose('registry-cell', { detail }, at));
  }
}

/** A text without blanks: headers are broken to fit their cells. */
export function bare(text: string): string {
  return text.replace(/\s+/g, '');
}

/** A name, which may be broken to fit its cell. */
export function whole(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .join('');
}

const TICKS: ReadonlySet<string> = new Set([TICK, WHOLE, '1', ...ANSWER_SAID.yes]);
const NO_TICKS: ReadonlySet<string> = new Set(['', NOT_WHOLE, '0', ...ANSWER_SAID.no]);

/** Whether a cell says that the unit is a member; nothing where it says something else. */
export function tickIn(text: string): boolean | undefined {
  const said = asSaid(text);
  if (TICKS.has(said)) return true;
  return NO_TICKS.has(said) ? false : undefined;
}

/** The same; what it says else is wrong. */
export function isTicked(cell: RegistryCell | undefined, faults: RegistryFaults): boolean {
  const ticked = tickIn(cell?.text ?? '');
  if (ticked === undefined && cell)
    faults.add(`“${cell.text.trim()}”看不懂，是成员的打 ${TICK}，不是的空着`, cell);
  return ticked ?? false;
}
