import { Entity } from '@backstage/catalog-model';

/**
 * Whether the catalog answered the very same entities again, told by the version that it gives each of them. Two lists in
 * different orders are not the same: nothing is lost by looking at them once more.
 */
export function areSame(
  before: readonly Entity[],
  now: readonly Entity[],
): boolean {
  return (
    before.length === now.length &&
    before.every(({ metadata: { uid, etag } }, index) => {
      const { metadata } = now[index];
      return (
        uid !== undefined &&
        etag !== undefined &&
        uid === metadata.uid &&
        etag === metadata.etag
      );
    })
  );
}
