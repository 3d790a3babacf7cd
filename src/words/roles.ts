import { roleOf } from './columns.js';
import { LIST_NUMBER } from './numerals.js';
import { NAME_STOPS } from './punctuation.js';
import { type SaidRole, verbsOf, WHO } from './role-words.js';

/** 按职责分工, 按“三管三必须”要求: how they share it out. */
const SHARING = `(?:(?:按照?|根据|依据)[^${NAME_STOPS}：]{1,20}?)?`;

/** Tried in this order on flattened text; a word counts where nothing but a name's end follows it. */
const ROLES: readonly SaidRole[] = ['lead', 'responsible', 'shared'];

const WORDS = ROLES.map((role) => {
  const words = `${role === 'responsible' ? '' : SHARING}${verbsOf(role)}`;
  return {
    role,
    bare: new RegExp(`${words}(?=[${NAME_STOPS}]|$)`, 'y'),
    bracketed: new RegExp(`（${words}${WHO}?）`, 'y'),
  };
});

export interface FoundWord {
  readonly text: string;
  readonly role: SaidRole;
  /** （牵头）: of the name before it alone; without brackets it is of every name since the last word. */
  readonly bracketed: boolean;
}

/** Finds a word that says a role at `start` of flattened text. */
export function roleWordAt(text: string, start: number): FoundWord | undefined {
  const bracketed = text[start] === '（';
  for (const { role, ...patterns } of WORDS) {
    const pattern = bracketed ? patterns.bracketed : patterns.bare;
    pattern.lastIndex = start;
    const found = pattern.exec(text)?.[0];
    if (found) return { text: found, role, bracketed };
  }
  return undefined;
}

const LABEL = new RegExp(`([^${NAME_STOPS}：]{2,8})：\\s*`, 'y');

/** Finds 牵头单位：, 配合： and the like at `start` of flattened text: words that may head a column, or say a role. */
export function labelAt(text: string, start: number): { text: string; role: SaidRole } | undefined {
  LABEL.lastIndex = start;
  const [found, label = ''] = LABEL.exec(text) ?? [];
  if (found === undefined) return undefined;
  const word = roleWordAt(label, 0);
  const role = word?.text === label ? word.role : roleOf(label);
  return role === 'lead' || role === 'responsible' ? { text: found, role } : undefined;
}

/** What may stand before a name and is no part of it: numbers of a list, and 由. */
const LEADING = new RegExp(`由(?=.)|${LIST_NUMBER}\\s*`, 'y');

/** Finds a list number or 由 at `start` of flattened text. */
export function leadingAt(text: string, start: number): string | undefined {
  LEADING.lastIndex = start;
  return LEADING.exec(text)?.[0];
}
