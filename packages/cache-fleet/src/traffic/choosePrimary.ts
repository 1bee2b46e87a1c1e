/** What a node said about its role; undefined when it said nothing. */
export type SaidRole = 'primary' | 'replica' | undefined;

/**
 * Chooses where writes go. Applications stay where they are while their node is a primary, also when a second one
 * appears: that is what makes two primaries dangerous.
 *
 * @param roles - what each region's node said, in declared order
 * @param current - the region writes went to so far
 * @returns undefined while no node says that it is a primary
 */
export function choosePrimary(
  roles: ReadonlyMap<string, SaidRole>,
  current: string | undefined,
): string | undefined {
  if (current !== undefined && roles.get(current) === 'primary') {
    return current;
  }
  return [...roles.keys()].find(region => roles.get(region) === 'primary');
}
