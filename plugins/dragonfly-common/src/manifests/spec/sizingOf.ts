import { Policy } from '../../policy/types';
import { sizeCache } from '../../sizing/sizeCache';
import { SizingResult } from '../../sizing/types';
import { CacheSpec, ManifestSettings } from '../types';
import { topologyOf } from './topologyRules';

/** What the answers of a request come to; `undefined` without answers, or while the use case is unknown. */
export function sizingOf(
  spec: CacheSpec,
  policy: Policy,
  settings: ManifestSettings,
): SizingResult | undefined {
  const useCase = policy.useCases.find(({ id }) => id === spec.useCase);
  if (!spec.sizing || !useCase) return undefined;
  return sizeCache(spec.sizing, {
    useCase,
    serverVersion: settings.serverVersion,
    replicated: topologyOf(spec, useCase) === 'replicated',
    replicas: Math.max(1, spec.otherRegions.length),
    memoryBytes: spec.memoryBytes,
    threads: spec.threads,
  });
}
