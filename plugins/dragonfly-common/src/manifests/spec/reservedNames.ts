/**
 * Suffixes of the objects every cache has. A cache called `sessions-write` would own the Service that belongs to the
 * cache `sessions` in the same namespace.
 */
const OBJECT_SUFFIXES = ['-write', '-read', '-replication', '-connection'];

/**
 * Tells why a cache cannot have this name although it is a valid label.
 *
 * @returns what is wrong with the name, or `undefined` when it may be used
 */
export function reasonNameIsReserved(name: string): string | undefined {
  if (name === 'dfly' || name.startsWith('dfly-')) {
    return 'a name that does not start with "dfly": Kubernetes would announce its Services to other pods as DFLY_ variables, which a Dragonfly server takes for unknown flags and exits';
  }
  if (name.startsWith('xn--')) {
    return 'a name that does not start with "xn--", which stands for other letters than the ones shown';
  }
  if (name === 'kubernetes') {
    return 'a name other than "kubernetes", the Service of the cluster itself';
  }
  const suffix = OBJECT_SUFFIXES.find(ending => name.endsWith(ending));
  return suffix
    ? `a name that does not end with "${suffix}", which is kept for the objects of the cache "${name.slice(0, -suffix.length)}"`
    : undefined;
}
