// Of any number of values: a call takes only so many arguments.

/** The least of some numbers, and of `most`. */
export function least(numbers: Iterable<number>, most: number = Number.POSITIVE_INFINITY): number {
  let least = most;
  for (const number of numbers) if (number < least) least = number;
  return least;
}

/** The greatest of some numbers, and of `fewest`. */
export function greatest(numbers: Iterable<number>, fewest: number = Number.NEGATIVE_INFINITY): number {
  let greatest = fewest;
  for (const number of numbers) if (number > greatest) greatest = number;
  return greatest;
}
