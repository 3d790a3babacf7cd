const RAISED = pairs('0123456789+-−=()ni', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ');
const LOWERED = pairs('0123456789+-−=()', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎');

function pairs(from: string, to: string): ReadonlyMap<string, string> {
  const signs = Array.from(to);
  return new Map(Array.from(from, (char, i) => [char, signs[i] as string]));
}

/** A text above the line as it is written in one: 10⁴, m²; where there is no such sign, 10^1.5. */
export function raised(before: string, text: string): string {
  return written(RAISED, text) ?? (/\d$/.test(before) && /^[-−\d]/.test(text) ? `^${text}` : text);
}

/** A text below the line: CO₂. */
export function lowered(text: string): string {
  return written(LOWERED, text) ?? text;
}

function written(signs: ReadonlyMap<string, string>, text: string): string | undefined {
  const chars = Array.from(text);
  return chars.every((char) => signs.has(char)) ? chars.map((char) => signs.get(char)).join('') : undefined;
}
