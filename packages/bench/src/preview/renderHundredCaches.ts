import {
  CacheSpec,
  parsePolicy,
  renderManifests,
} from 'backstage-plugin-dragonfly-common';
import { adrText, settings } from '../compare/inputs';

const CACHES = 100;
const ROUNDS = 5;

/** Milliseconds that every file of a hundred different caches takes, in the quietest of a few rounds. */
export function renderHundredCaches(): number {
  const parsed = parsePolicy(adrText());
  if (!parsed.ok) {
    throw new Error(parsed.errors.map(({ message }) => message).join('\n'));
  }
  const { policy } = parsed;
  const replicated = policy.useCases.filter(
    ({ disasterRecovery }) => disasterRecovery === 'required',
  );
  const requests = Array.from({ length: CACHES }, (_, index): CacheSpec => ({
    name: `cache-${index}`,
    owner: 'group:default/identity',
    useCase: replicated[index % replicated.length].id,
    primaryRegion: index % 2 ? 'region1' : 'region2',
    otherRegions: [index % 2 ? 'region2' : 'region1'],
    consumers: [{ entityRef: `component:default/service-${index}` }],
    repository: { url: 'https://git.example.com/platform', folder: 'caches' },
  }));
  const rounds = Array.from({ length: ROUNDS }, () => {
    const startedAt = performance.now();
    for (const request of requests) {
      const result = renderManifests(request, policy, settings, {
        policyRevision: 'sha256:benchmark',
      });
      if (!result.ok) {
        throw new Error(result.errors.map(({ message }) => message).join('\n'));
      }
    }
    return performance.now() - startedAt;
  });
  return Math.min(...rounds);
}
