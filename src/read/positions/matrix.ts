import type { Box } from './printed-page.js';

/** What turns, stretches and shifts a point, as PDF and OFD write it: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** A matrix from numbers of a file; what is missing or no number is that of the matrix that changes nothing. */
export function matrixOf(numbers: ArrayLike<number>): Matrix {
  const at = (i: number) => (Number.isFinite(numbers[i]) ? (numbers[i] as number) : (IDENTITY[i] as number));
  return [at(0), at(1), at(2), at(3), at(4), at(5)];
}

/** The matrix that does what `first` does, and then `second`. */
export function combined(first: Matrix, second: Matrix): Matrix {
  const [a, b, c, d, e, f] = first;
  const [A, B, C, D, E, F] = second;
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

export function applied([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [x: number, y: number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** The box around a rectangle that a matrix has moved. */
export function movedBox(matrix: Matrix, { left, top, right, bottom }: Box): Box {
  const corners = [
    applied(matrix, left, top),
    applied(matrix, right, top),
    applied(matrix, left, bottom),
    applied(matrix, right, bottom),
  ];
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}
