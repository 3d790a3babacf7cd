/** Letters that people type for Chinese: 应急管理局 by yingjiguanliju, yjglj or yjguanli. */
const LETTERS = /^[a-z]+$/;

/** Whether something that is searched for may be pinyin. */
export function mayBePinyin(typed: string): boolean {
  return LETTERS.test(typed);
}

/**
 * Whether letters stand for characters that follow one another in a text: each character by a whole reading or
 * by its first letter, the last one by any beginning of a reading.
 *
 * @param readings the readings of each character, parted by blanks, without tones, ü as v
 */
export function readsAs(text: string, typed: string, readings: Readonly<Record<string, string>>): boolean {
  const syllables = Array.from(text, (character) => readings[character]?.split(' ') ?? []);
  return syllables.some((_, from) => {
    // How many of the letters are used up after each character; all ways at once.
    let used = new Set([0]);
    for (let at = from; at < syllables.length && used.size > 0; at++) {
      const next = new Set<number>();
      for (const begun of used) {
        for (const reading of syllables[at] ?? []) {
          if (reading.startsWith(typed.slice(begun))) return true;
          if (typed.startsWith(reading, begun)) next.add(begun + reading.length);
          if (typed[begun] === reading[0]) next.add(begun + 1);
        }
      }
      if (next.has(typed.length)) return true;
      used = next;
    }
    return false;
  });
}
