import type { Box } from '../positions/printed-page.js';
import type { Paint, PathBuilder } from '../positions/strokes.js';
import type { Pdfjs } from './pdfjs.js';

/** How pdf.js writes the steps of a path: a number, and the points that go with it. */
const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const QUADRATIC = 3;

/** Does the steps of a path. */
export function drawPdfPath(data: ArrayLike<number>, path: PathBuilder): void {
  const at = (i: number) => data[i] as number;
  for (let i = 0; i < data.length; ) {
    const step = at(i);
    if (step === MOVE) path.moveTo(at(i + 1), at(i + 2));
    else if (step === LINE) path.lineTo(at(i + 1), at(i + 2));
    else if (step === CURVE) path.lineTo(at(i + 5), at(i + 6), false);
    else if (step === QUADRATIC) path.lineTo(at(i + 3), at(i + 4), false);
    else path.close();
    i += step === CURVE ? 7 : step === QUADRATIC ? 5 : step === MOVE || step === LINE ? 3 : 1;
  }
}

/** How an operator paints a path; nothing where it only ends it. */
export function paintOf({ OPS }: Pdfjs, operator: number): Omit<Paint, 'lineWidth'> | undefined {
  const stroked = [
    OPS.stroke,
    OPS.closeStroke,
    OPS.fillStroke,
    OPS.eoFillStroke,
    OPS.closeFillStroke,
    OPS.closeEOFillStroke,
  ];
  const filled = [
    OPS.fill,
    OPS.eoFill,
    OPS.fillStroke,
    OPS.eoFillStroke,
    OPS.closeFillStroke,
    OPS.closeEOFillStroke,
  ];
  const paint = { stroked: stroked.includes(operator), filled: filled.includes(operator) };
  return paint.stroked || paint.filled ? paint : undefined;
}

/** What of a box is in another one. */
export function partWithin(box: Box, bounds: Box): Box | undefined {
  const left = Math.max(box.left, bounds.left);
  const top = Math.max(box.top, bounds.top);
  const right = Math.min(box.right, bounds.right);
  const bottom = Math.min(box.bottom, bounds.bottom);
  return left <= right && top <= bottom ? { left, top, right, bottom } : undefined;
}

/** How much of a character's height is left at least where people can read it. */
const READ_SHARE = 0.25;

/** Whether so much of a character is in a box that it can be read. */
export function isReadWithin(box: Box, bounds: Box): boolean {
  const part = partWithin(box, bounds);
  return part !== undefined && part.bottom - part.top >= READ_SHARE * (box.bottom - box.top);
}

/** How much of a character's width is cut off at least where somebody sees that it is. */
const CUT_SHARE = 0.2;

/** Whether a side of a character is outside of a box. */
export function isCutBy({ left, right }: Box, bounds: Box): boolean {
  return Math.max(bounds.left - left, right - bounds.right) > CUT_SHARE * (right - left) && right > left;
}
