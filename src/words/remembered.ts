/** What is remembered is forgotten then, all at once: the memory of a folder stays flat. */
const MOST_KNOWN = 2_000;
/** Longer texts are seldom asked of twice. */
const LONGEST = 400;

/**
 * What a question about a text comes to, remembered: the headers and cells of a table are asked the same again and again.
 *
 * @param ask a pure question, whose answer nobody changes
 */
export function remembered<T>(ask: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const said = known.get(text);
    if (said !== undefined || known.has(text)) return said as T;
    const found = ask(text);
    if (text.length > LONGEST) return found;
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(text, found);
    return found;
  };
}
