// A paragraph while it is read: its lines, what hangs on it, and what is set aside.
import type { NoiseKind } from '../../model/place.js';
import type { Beside, Flow } from '../flow.js';
import { PLAIN, type RunLook } from './styles.js';

/** A paragraph that is being read. */
export interface OpenParagraph {
  /** Its text, cut where it has a line break. */
  readonly lines: string[];
  readonly beside: Beside[];
  /** What hangs on it: text boxes. */
  readonly after: Flow[];
  /** How its style shows text. */
  look: RunLook;
  /** How far its text had come when some was set aside last. */
  asideAt: string;
}

/** A paragraph of which nothing has been read. */
export function opened(): OpenParagraph {
  return { lines: [''], beside: [], after: [], look: PLAIN, asideAt: '' };
}

/** What a paragraph comes to: its lines, and what hangs on it. */
export function paragraphs({ lines, beside, after }: OpenParagraph): Flow[] {
  const flow: Flow[] = [];
  for (const text of lines) if (text.trim() !== '') flow.push({ kind: 'paragraph', text });
  if (beside.length > 0) {
    const last = flow.pop();
    flow.push(last?.kind === 'paragraph' ? { ...last, beside } : { kind: 'blank', beside });
  }
  return after.length === 0 ? flow : [...flow, ...after];
}

/** Sets text aside that people can see in the file, with what is set aside right before it for the same reason. */
export function setAside(
  into: OpenParagraph,
  noise: NoiseKind,
  text: string,
  why: 'struck' | 'hidden',
): void {
  const { beside, lines } = into;
  const here = `${lines.length}:${lines.at(-1)?.length}`;
  const last = beside.at(-1);
  if (here === into.asideAt && last?.kind === 'noise' && last.why === why)
    beside[beside.length - 1] = { ...last, text: last.text + text };
  else if (text.trim() !== '') beside.push({ kind: 'noise', noise, text, why });
  into.asideAt = here;
}

/** Sets text aside that nobody sees in the file. */
export function putAside({ beside }: OpenParagraph, noise: NoiseKind, text: string): void {
  if (text.trim() !== '') beside.push({ kind: 'noise', noise, text });
}
