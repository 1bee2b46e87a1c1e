import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

/** The full form of an entity reference; undefined for a text that is none. */
export function normalizedRef(ref: string): string | undefined {
  try {
    return stringifyEntityRef(parseEntityRef(ref));
  } catch {
    return undefined;
  }
}
