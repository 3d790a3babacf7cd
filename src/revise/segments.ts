import { diffArrays } from 'diff';
import type { Field, FieldChange, Segment } from '../model/revision.js';

/** How many characters may be added and removed; texts more unlike than that are two texts. */
const MOST = 1000;

/** What is compared as one: a number, a word in letters, or a single character. */
const TOKEN = /\d+(?:\.\d+)?[%‰]?|[A-Za-z]+|[\s\S]/gu;

/**
 * Two texts, character by character, numbers and Latin words whole: what both have, what is only in the
 * first, what is only in the second. A single character between two changes is part of the change,
 * so that people can read it.
 *
 * @returns stretches that give the first text without the added ones, the second without the removed ones
 */
export function segmentsOf(before: string, after: string): Segment[] {
  const changes = diffArrays(before.match(TOKEN) ?? [], after.match(TOKEN) ?? [], { maxEditLength: MOST });
  const raw = changes
    ? changes.map(({ value, added, removed }) => ({ text: value.join(''), added, removed }))
    : [
        { text: before, added: false, removed: true },
        { text: after, added: true, removed: false },
      ];
  const segments: Segment[] = [];
  let pending = { removed: '', added: '' };
  const flush = () => {
    if (pending.removed !== '') segments.push({ kind: 'removed', text: pending.removed });
    if (pending.added !== '') segments.push({ kind: 'added', text: pending.added });
    pending = { removed: '', added: '' };
  };
  for (const [i, { text, added, removed }] of raw.entries()) {
    if (removed) pending.removed += text;
    else if (added) pending.added += text;
    else if (isBetween(text, i, raw.length) && pending.removed !== '' && pending.added !== '') {
      pending = { removed: pending.removed + text, added: pending.added + text };
    } else {
      flush();
      segments.push({ kind: 'same', text });
    }
  }
  flush();
  return segments
    .map((_, i) => i)
    .reduce(readable, segments)
    .filter(({ text }) => text !== '');
}

/** Where people part a text: at its ends, and behind punctuation. */
const PARTED = /(?:^|[\p{P}\s])$/u;

/**
 * Moves a stretch that was put in or taken out to where people would mark it: of 区[安委办、区]应急局 and
 * [区安委办、]区应急局, which are the same change, the second.
 */
function readable(segments: Segment[], index: number): Segment[] {
  const [before, change, after] = segments.slice(index, index + 3);
  if (before?.kind !== 'same' || !change || change.kind === 'same') return segments;
  if (after && after.kind !== 'same') return segments;
  let [head, text, tail] = [before.text, change.text, after?.text ?? ''];
  while (!PARTED.test(head) && head.at(-1) === text.at(-1)) {
    const last = text.slice(-1);
    [head, text, tail] = [head.slice(0, -1), last + text.slice(0, -1), last + tail];
  }
  if (!PARTED.test(head)) return segments;
  const moved: Segment[] = [
    { kind: 'same', text: head },
    { kind: change.kind, text },
    { kind: 'same', text: tail },
  ];
  // Empty stretches stay for now: they keep the others' places.
  return [...segments.slice(0, index), ...moved, ...segments.slice(index + 3)];
}

/** A change of a field, or nothing where it is the same. */
export function fieldChange(field: Field, before: string, after: string): FieldChange[] {
  return before === after ? [] : [{ field, before, after, segments: segmentsOf(before, after) }];
}

function isBetween(text: string, index: number, length: number): boolean {
  return /^\p{L}$/u.test(text) && index > 0 && index < length - 1;
}
