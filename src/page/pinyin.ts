import { pinyin } from 'pinyin-pro';

/**
 * How the characters of some texts are read, so that they can be found by what people type: without
 * tones, ü as v, every reading of a character that has several.
 */
export function pinyinOf(texts: readonly string[]): Record<string, string> {
  const characters = new Set(texts.flatMap((text) => text.match(/\p{Script=Han}/gu) ?? []));
  const read = Array.from(characters)
    .sort()
    .map((character): [string, string] => [
      character,
      pinyin(character, { multiple: true, toneType: 'none', type: 'array', v: true }).join(' '),
    ]);
  return Object.fromEntries(read);
}
