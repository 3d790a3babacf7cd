import type { Change, FieldChange, Where } from '../model/revision.js';

/** Which items of two editions are the same, as pairs of indexes in the order of the earlier one. */
export type Pairs = readonly (readonly [before: number, after: number])[];

/** How two editions' items are compared. */
interface PairedLists<T> {
  readonly before: readonly T[];
  readonly after: readonly T[];
  readonly pairs: Pairs;
  /** Earlier indexes of what is in another place now. */
  readonly moved: ReadonlySet<number>;
  readonly fieldsOf: (was: T, is: T) => FieldChange[];
  readonly whereOf: (item: T) => Where;
}

/** A change, and the items that it is of. */
interface Changed<T> {
  readonly was: T | undefined;
  readonly is: T | undefined;
  readonly change: Change;
}

/**
 * What is not the same in two editions: in the order of the new one, and what was taken out behind what
 * stood before it.
 */
export function changesOf<T>(comparison: PairedLists<T>): Changed<T>[] {
  const { before, after, pairs, moved: movedIndexes, fieldsOf, whereOf } = comparison;
  return inNewOrder(before.length, after.length, pairs).flatMap(([i = -1, j = -1]) => {
    const [was, is] = [before[i], after[j]];
    const fields = was && is ? fieldsOf(was, is) : [];
    const moved = movedIndexes.has(i);
    if (was && is && fields.length === 0 && !moved) return [];
    const kind = !was ? 'added' : !is ? 'removed' : fields.length > 0 ? 'changed' : 'moved';
    const change: Change = {
      kind,
      moved,
      before: was ? whereOf(was) : null,
      after: is ? whereOf(is) : null,
      fields,
    };
    return [{ was, is, change }];
  });
}

function inNewOrder(
  before: number,
  after: number,
  pairs: Pairs,
): [before: number | undefined, after: number | undefined][] {
  const newOf = new Map(pairs);
  const oldOf = new Map(pairs.map(([i, j]) => [j, i]));
  const takenOut = new Map<number, number[]>();
  let last = -1;
  for (let i = 0; i < before; i++) {
    const j = newOf.get(i);
    if (j !== undefined) last = j;
    else takenOut.set(last, [...(takenOut.get(last) ?? []), i]);
  }
  const list: [number | undefined, number | undefined][] = [];
  for (let j = -1; j < after; j++) {
    if (j >= 0) list.push([oldOf.get(j), j]);
    for (const i of takenOut.get(j) ?? []) list.push([i, undefined]);
  }
  return list;
}

/** Earlier indexes of the pairs that are in another order now: all but a longest run that has kept its. */
export function outOfOrder(pairs: Pairs): Set<number> {
  const kept = inOrder(pairs.map(([, j]) => j));
  return new Set(pairs.filter((_, index) => !kept.has(index)).map(([i]) => i));
}

/** The indexes of a longest rising run. */
function inOrder(places: readonly number[]): Set<number> {
  /** For each length, the index of the item with which the best run of that length ends. */
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  for (const [i, place] of places.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[ends[middle] as number] as number) < place) low = middle + 1;
      else high = middle;
    }
    previous[i] = low > 0 ? ends[low - 1] : undefined;
    ends[low] = i;
  }
  const kept = new Set<number>();
  for (let i = ends.at(-1); i !== undefined; i = previous[i]) kept.add(i);
  return kept;
}
