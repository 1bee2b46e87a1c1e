import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

/** Reads a query parameter that may be absent, given once or repeated, as normalized entity references. */
export function entityRefsOf(parameter: unknown): string[] | undefined {
  if (parameter === undefined) {
    return undefined;
  }
  return [parameter]
    .flat()
    .map(ref => stringifyEntityRef(parseEntityRef(String(ref))));
}
