const RAISED = pairs('0123456789+-−=()ni', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ');
const LOWERED = pairs('0123456789+-−=()', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎');

function pairs(from: string, to: string): ReadonlyMap<string, string> {
  const signs = Array.from(to);
  return new Map(Array.from(from, (char, i) => [char, signs[i] as string]));
}

/** A text as it is raised: 10⁴, m²; what has no raised form stays as it is. */
export function raised(text: string): string {
  return Array.from(text, (char) => RAISED.get(char) ?? char).join('');
}

/** A text as it is lowered: CO₂. */
export function lowered(text: string): string {
  return Array.from(text, (char) => LOWERED.get(char) ?? char).join('');
}

/** Whether every character of a text can be raised, or lowered. */
export function canBe(where: 'raised' | 'lowered', text: string): boolean {
  const signs = where === 'raised' ? RAISED : LOWERED;
  return text !== '' && Array.from(text).every((char) => signs.has(char));
}

/** A text above the line, behind another: 10⁴; a number without such signs is a power all the same: 10^1.5. */
export function raisedBehind(before: string, text: string): string {
  if (canBe('raised', text)) return raised(text);
  return /\d$/.test(before) && /^[-−\d]/.test(text) ? `^${text}` : text;
}

/** A text below the line; one that has not all signs for it stays as it is. */
export function loweredIfAll(text: string): string {
  return canBe('lowered', text) ? lowered(text) : text;
}
