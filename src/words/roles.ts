import type { Role } from '../model/taskbook.js';
import { roleOf } from './columns.js';

/**
 * What words beside names say of their part in a task: they lead, they help, or, `shared`, they do
 * it together and the words do not tell who leads (按职责分工负责).
 */
export type SaidRole = Role | 'shared';

/** 按职责分工, 按“三管三必须”要求: how they share it out. */
const SHARING = '(?:按照?|根据|依据)[^、，；。：\\s（）]{1,20}?';

/** Tried in this order on flattened text; a word counts where nothing but a name's end follows it. */
const WORDS: readonly (readonly [SaidRole, string])[] = [
  ['lead', `(?:${SHARING})?(?:总|共同)?牵头(?:抓总|负责|组织)?(?:实施|落实)?|主责|主办`],
  ['responsible', '(?:积极|共同|协助)?(?:配合|协助|参与|协同|参加|协办)(?:做好|负责)?(?:落实|实施)?'],
  [
    'shared',
    `(?:${SHARING})?(?:(?:分别|具体|共同|属地)?(?:负责|抓好|组织)?(?:落实|实施|推进)|(?:分别|具体|共同|属地)?负责)`,
  ],
];

const AFTER_WORD = '(?=[、，；。\\s（）]|$)';

const BARE = WORDS.map(([role, words]) => [role, new RegExp(`(?:${words})${AFTER_WORD}`, 'y')] as const);
const BRACKETED = WORDS.map(
  ([role, words]) => [role, new RegExp(`（(?:${words})(?:单位|部门)?）`, 'y')] as const,
);

export interface FoundWord {
  readonly text: string;
  readonly role: SaidRole;
  /** （牵头）: of the name before it alone; without brackets it is of every name since the last word. */
  readonly bracketed: boolean;
}

/** Finds a word that says a role at `start` of flattened text. */
export function roleWordAt(text: string, start: number): FoundWord | undefined {
  const bracketed = text[start] === '（';
  for (const [role, pattern] of bracketed ? BRACKETED : BARE) {
    pattern.lastIndex = start;
    const found = pattern.exec(text)?.[0];
    if (found) return { text: found, role, bracketed };
  }
  return undefined;
}

const LABEL = /([^、，；。：（）\s]{2,8})：\s*/y;

/** Finds 牵头单位：, 配合： and the like at `start` of flattened text: words that may head a column, or say a role. */
export function labelAt(text: string, start: number): { text: string; role: Role } | undefined {
  LABEL.lastIndex = start;
  const [found, label = ''] = LABEL.exec(text) ?? [];
  if (found === undefined) return undefined;
  const word = roleWordAt(label, 0);
  const role = word?.text === label ? word.role : roleOf(label);
  return role === 'lead' || role === 'responsible' ? { text: found, role } : undefined;
}

/** What may stand before a name and is no part of it: numbers of a list, and 由. */
const LEADING =
  /由(?=.)|(?:\d{1,2}[.．、]|（[\d〇零一二三四五六七八九十]{1,3}）|[一二三四五六七八九十]{1,3}、|[①-⑳㈠-㈩])\s*/y;

/** Finds a list number or 由 at `start` of flattened text. */
export function leadingAt(text: string, start: number): string | undefined {
  LEADING.lastIndex = start;
  return LEADING.exec(text)?.[0];
}
