// What browsers of four years ago have not: the copying methods of arrays (ES2023), which the library uses.

const COPYING: Readonly<Record<string, (this: readonly unknown[], ...args: never[]) => unknown[]>> = {
  toSorted(compare?: (a: unknown, b: unknown) => number) {
    return [...this].sort(compare);
  },
  toReversed() {
    return [...this].reverse();
  },
};

for (const [name, value] of Object.entries(COPYING))
  if (!(name in Array.prototype))
    Object.defineProperty(Array.prototype, name, { value, writable: true, configurable: true });
