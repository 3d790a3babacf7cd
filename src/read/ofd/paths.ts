import type { PathBuilder } from '../positions/strokes.js';

/** The letters of a path's steps, each with how many numbers follow it (GB/T 33190—2016, table 36). */
const NUMBERS: Readonly<Record<string, number>> = { S: 2, M: 2, L: 2, Q: 4, B: 6, A: 7, C: 0 };

/** Does the steps of a path: M 0 0 L 10 0 C. The last two numbers of a step are where it leads to. */
export function drawOfdPath(data: string, path: PathBuilder): void {
  const words = data.trim().split(/[\s,]+/);
  for (let i = 0; i < words.length; ) {
    const step = words[i] as string;
    const count = NUMBERS[step];
    if (count === undefined) {
      i++;
      continue;
    }
    const numbers = words.slice(i + 1, i + 1 + count).map(Number);
    i += count + 1;
    if (step === 'C') path.close();
    if (count === 0 || numbers.length < count || !numbers.every(Number.isFinite)) continue;
    const [x, y] = [numbers.at(-2) as number, numbers.at(-1) as number];
    if (step === 'M' || step === 'S') path.moveTo(x, y);
    else path.lineTo(x, y, step === 'L');
  }
}
