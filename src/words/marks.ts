// Marks that stand for a part in a task, in a matrix or before a name: ★ 县水利局.

/** Marks as a character class holds them. */
export const MARKS = '★☆▲△●○◎◆◇■□√✓✔⊙※*＊';
/** One mark. */
export const PART_MARKS = `[${MARKS}]`;

/** ——, △, ●: what begins the line of a list. */
export const LIST_BULLET = '(?:[—–]{1,2}|[△▲●•·◆■▪◇□])\\s*';

/** 带★的为牵头单位, ★牵头单位, ▲：配合: what a legend says of a mark. */
const LEGEND = new RegExp(
  `(?:带|标|画|加|注|有)?[“"（(]?(?<!(?:未|没有?|无|不)(?:带|标|画|加|注|有|标注|标有|注有)?[“"（(]?)(?<mark>${PART_MARKS})[”"）)]?(?:号|标志|标记|标识)?(?:的|者)?(?:单位|部门)?(?:为|是|表示|代表|[:：－-])?(?<words>[一-龥]{2,8})`,
  'g',
);

/** A为牵头单位，B为配合单位: letters and numbers stand for parts where a legend says so in words. */
const LETTER_LEGEND =
  /(?<![A-Za-z\d])[“"（(]?(?<mark>[A-Da-d]|[1-4])[”"）)]?(?:为|是|表示|代表)(?<words>[一-龥]{2,8})/g;

/** What legends in a text say of marks, in words: ★ → 牵头单位. */
export function legendIn(text: string): (readonly [mark: string, words: string])[] {
  const plain = text.replace(/\s/g, '');
  return [LEGEND, LETTER_LEGEND].flatMap((legend) =>
    Array.from(
      plain.matchAll(legend),
      ({ groups }) => [groups?.['mark'] ?? '', groups?.['words'] ?? ''] as const,
    ),
  );
}
