import type { LastSaid, Movement, Report, State } from '../model/roll-up.js';
import type { Status } from '../model/sheet.js';
import { typedText } from '../sheets/index.js';

/** What is known of a unit's task from earlier months. */
export interface History {
  /** What it last said; `null` where it never said anything. */
  readonly said: LastSaid | null;
  /** Since which month it says the same, or nothing. */
  readonly since: string;
  /** Whether it had handed in, and left this blank. */
  readonly isBlank: boolean;
}

/** What a month has of a unit's task. */
export interface Now {
  readonly on: string;
  readonly state: State;
  /** What the unit says this month, if it does. */
  readonly said: LastSaid | null;
}

/**
 * How far along a status is. Who is behind is not further than who has not begun: 滞后 after 推进中 is a step back, 推进中
 * after 滞后 one forward.
 */
const STEPS: Record<Status, number> = { idle: 0, late: 0, going: 1, done: 2 };

/**
 * How a task has moved, and what is known of it from now on.
 *
 * @param history nothing where the task or the unit was not there before
 * @param isInherited whether the history is of a task that this one was split from, or that was merged into it
 */
export function step(
  history: History | undefined,
  now: Now,
  isInherited = false,
): { readonly movement: Movement; readonly history: History } {
  const { on, said } = now;
  if (said) {
    const movement = history?.said ? movementBetween(history.said, said) : 'first';
    const isSame = history !== undefined && (movement === 'still' || movement === 'settled');
    const since = !isSame ? on : history.isBlank ? (history.said?.on ?? on) : history.since;
    return { movement, history: { said, since, isBlank: false } };
  }
  // Who has handed in nothing has taken nothing back.
  const isBlank = now.state !== 'absent';
  if (!history || (isInherited && isBlank))
    return { movement: 'new', history: { said: history?.said ?? null, since: on, isBlank } };
  if (history.said && isBlank && !history.isBlank)
    return { movement: 'back', history: { ...history, since: on, isBlank } };
  const movement = history.said?.status === 'done' && !isBlank ? 'settled' : 'still';
  return { movement, history: { ...history, isBlank: history.isBlank || isBlank } };
}

function movementBetween(before: LastSaid, now: LastSaid): Movement {
  const [was, is] = [before, now].map(({ status }) => status && STEPS[status]);
  if (typeof was === 'number' && typeof is === 'number' && was !== is) return is > was ? 'moved' : 'back';
  if (now.status === 'done' && before.status === 'done') return 'settled';
  if (now.text !== '' && plain(now.text) !== plain(before.text)) return 'moved';
  return before.status === null && now.status !== null ? 'moved' : 'still';
}

/** A text without what nobody says anything by. */
function plain(text: string): string {
  return text.replace(/[\s\p{P}]/gu, '');
}

/** What a report says of how far the task is, if it does: who does it, and until when, is not part of that. */
export function saidIn(
  { state, status, filled, own }: Pick<Report, 'state' | 'status' | 'filled' | 'own'>,
  on: string,
): LastSaid | null {
  const texts = [filled.progress, filled.note, ...Object.values(own)].map((typed) => typedText(typed).trim());
  const odd = status === null ? [typedText(filled.status).trim()] : [];
  const text = [...odd, ...texts].filter((each) => each !== '').join('\n');
  return status === null && text === '' ? null : { on, state, status, text };
}
