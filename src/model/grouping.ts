/** Adds a value to those that a map has under a key. */
export function addTo<K, V>(groups: Map<K, V[]>, key: K, value: V): void {
  const others = groups.get(key);
  if (others) others.push(value);
  else groups.set(key, [value]);
}
