import { TOKEN } from './number-format.js';

/** What asks for a fraction: `# ?/?` of any number below ten, `# ??/??` below a hundred, `# ?/8` of eighths. */
export const FRACTION = /([?#0]{1,20})\s{0,4}\/\s{0,4}([?#0]{1,20}|[1-9]\d{0,8})/;

/** What stands before the fraction where whole numbers are counted apart: `# ?/?`, `#" 又 "?/?`. */
const WHOLE = /[#0?]/;

/** A number under a format with a fraction: 1 3/4. */
export function asFraction(value: number, section: string, hasSign: boolean): string {
  const { 0: asked, 2: below = '', index } = FRACTION.exec(section) as RegExpExecArray;
  const before = section.slice(0, index);
  const size = Math.abs(value);
  const isMixed = WHOLE.test(said(before, () => '#'));
  const whole = isMixed ? Math.floor(size) : 0;
  const [above, under] = nearest(size - whole, below);
  const isWhole = above === 0 || above === under;
  const count = whole + (isWhole && above > 0 ? above / under : 0);
  const front = said(before, () => (isMixed && (count > 0 || isWhole) ? String(count) : '')).trimEnd();
  const part = isWhole && isMixed ? '' : `${above}/${under}`;
  const joint = front !== '' && /\d$/.test(front) && part !== '' ? ' ' : '';
  const behind = said(section.slice(index + asked.length), () => '');
  return `${value < 0 && hasSign ? '-' : ''}${`${front}${joint}${part}${behind}`.trim()}`;
}

/** What a part of a format prints, its digits as they are given. */
function said(part: string, digits: () => string): string {
  return Array.from(part.matchAll(TOKEN), ([, quoted, escaped, money, found, , other]) =>
    found === undefined ? (quoted ?? escaped ?? money ?? other ?? '') : digits(),
  ).join('');
}

/** The fraction next to a number: of a denominator that is given, or of the nearest that has so many digits. */
function nearest(value: number, below: string): readonly [above: number, below: number] {
  if (/[1-9]/.test(below)) return [Math.round(value * Number(below)), Number(below)];
  let best: readonly [number, number] = [Math.round(value), 1];
  const most = Math.min(10 ** below.length, 1000);
  for (let under = 2; under < most; under++) {
    const above = Math.round(value * under);
    if (Math.abs(above / under - value) < Math.abs(best[0] / best[1] - value) - 1e-12) best = [above, under];
  }
  return best;
}
