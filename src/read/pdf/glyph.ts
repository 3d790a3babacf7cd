import { applied, combined, type Matrix } from '../positions/matrix.js';
import { type Box, directionOf, type Glyph } from '../positions/printed-page.js';
import type { Font, ShownGlyph } from './font.js';
import type { GraphicsState } from './state.js';

/** Where a character stands on the page, and which way it runs. */
interface PlacedGlyph extends Omit<Glyph, 'text' | 'isArtifact'> {
  readonly box: Box;
}

/**
 * Where the program shows a character.
 *
 * @param text the matrix of text as it is by then
 */
export function placedGlyph(
  font: Font,
  { vmetric }: ShownGlyph,
  width: number,
  text: Matrix,
  { fontSize, scale, rise, matrix }: GraphicsState,
): PlacedGlyph {
  const whole = combined(text, matrix);
  const vertical = font.isVertical ? (vmetric ?? font.verticalMetrics) : undefined;
  // The point of a character that is written downward is above its middle.
  const [right, up] = vertical
    ? [-(vertical[1] as number) * font.unit * fontSize, -(vertical[2] as number) * font.unit * fontSize]
    : [0, 0];
  const [x, y] = applied(whole, right * scale, up + rise);
  const [endX, endY] = applied(whole, right * scale + width * scale, up + rise);
  const [upX, upY] = applied(whole, right * scale, up + rise + fontSize);
  const size = Math.hypot(upX - x, upY - y);
  const isUpright = Math.abs(endY - y) <= 0.02 * Math.abs(endX - x) + 0.01 && endX >= x;
  return {
    x,
    width: isUpright ? endX - x : Math.hypot(endX - x, endY - y),
    y,
    size,
    ...(vertical && isUpright && { runs: 'down' as const, isUpright: true as const }),
    ...(!isUpright && { runs: directionOf(endX - x, endY - y) }),
    box: { left: Math.min(x, endX), right: Math.max(x, endX), top: y - size, bottom: y },
  };
}
