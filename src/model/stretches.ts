import { lastAtOrBefore, type Span } from './place.js';

/** Which of many things stand where in a source: every sentence asks, so nobody goes through all of them. */
export interface Stretches<Thing> {
  /** Those that have a stretch which an offset is in. */
  over(offset: number): readonly Thing[];
  /** Those that have a stretch which shares a part with what stands between two offsets. */
  touching(from: number, to: number): readonly Thing[];
  /** Those that have a stretch which lies between two offsets. */
  within(from: number, to: number): readonly Thing[];
}

export function stretchesOf<Thing>(
  things: readonly Thing[],
  spansOf: (thing: Thing) => readonly Span[],
): Stretches<Thing> {
  const all = things
    .flatMap((thing) => spansOf(thing).map(([start, end]) => ({ start, end, thing })))
    .sort((a, b) => a.start - b.start);
  const starts = all.map(({ start }) => start);
  // Up to where a stretch reaches or one before it: further back than that none can be over an offset.
  let furthest = 0;
  const reach = all.map(({ end }) => {
    furthest = Math.max(furthest, end);
    return furthest;
  });
  const over = (offset: number): Thing[] => {
    const found: Thing[] = [];
    for (let i = lastAtOrBefore(starts, offset); i >= 0 && (reach[i] ?? 0) > offset; i--) {
      const each = all[i];
      if (each && each.start <= offset && offset < each.end) found.push(each.thing);
    }
    return found;
  };
  return {
    over,
    touching(from, to) {
      const found = new Set(over(from));
      for (let i = lastAtOrBefore(starts, from); (starts[i] ?? Infinity) < to; i++) {
        const each = all[i];
        if (each && each.start > from) found.add(each.thing);
      }
      return [...found];
    },
    within(from, to) {
      const found: Thing[] = [];
      for (let i = lastAtOrBefore(starts, from - 1); (starts[i] ?? Infinity) <= to; i++) {
        const each = all[i];
        if (each && from <= each.start && each.end <= to) found.push(each.thing);
      }
      return found;
    },
  };
}
