import type { Matrix } from '../positions/matrix.js';
import type { Box } from '../positions/printed-page.js';
import type { Font } from './font.js';

/** The state that a page's program saves and restores (ISO 32000-1, 8.4.1 and 9.3.1). */
export interface GraphicsState {
  matrix: Matrix;
  lineWidth: number;
  clip: Box | undefined;
  alpha: number;
  font: Font | undefined;
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
  /** Whether something was drawn since it was saved, and whether it was moved. */
  isDrawn: boolean;
  isMoved: boolean;
}

/** How it is when the program begins. */
export function initialState(base: Matrix): GraphicsState {
  return {
    matrix: base,
    lineWidth: 1,
    clip: undefined,
    alpha: 1,
    font: undefined,
    fontSize: 0,
    ...{ charSpacing: 0, wordSpacing: 0, scale: 1, leading: 0, rise: 0, mode: 0 },
    isDrawn: false,
    isMoved: false,
  };
}
