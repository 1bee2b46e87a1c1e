import { SearchDocument } from '@backstage/plugin-search-common';
import { DragonflyCacheDocument } from 'backstage-plugin-dragonfly-common';

const verdicts = new Set(['healthy', 'degraded', 'critical', 'unknown']);

/** Whether a search document describes a cache; an index may hold documents of an older version. */
export function isCacheDocument(
  document: SearchDocument,
): document is SearchDocument & DragonflyCacheDocument {
  return (
    'entityRef' in document &&
    typeof document.entityRef === 'string' &&
    'regions' in document &&
    Array.isArray(document.regions) &&
    'reasons' in document &&
    Array.isArray(document.reasons) &&
    'verdict' in document &&
    typeof document.verdict === 'string' &&
    verdicts.has(document.verdict)
  );
}
