import { Fleet, FleetCache } from 'cache-fleet';
import { Scope } from '../runBenchmark';

const AT_ONCE = 8;

/** Starts real pairs of a primary and a replica, each a cache of its own, which end with the benchmark. */
export async function startPairs(
  scope: Scope,
  count: number,
): Promise<FleetCache[]> {
  const fleet = await Fleet.create();
  scope.defer(() => fleet.stop());
  const names = Array.from({ length: count }, (_, number) => `cache-${number}`);
  const left = names.values();
  const startNext = async () => {
    for (const name of left) {
      await fleet.startCache({
        name,
        topology: 'replicated',
        regions: ['region1', 'region2'],
      });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, startNext));
  return names.map(name => fleet.cache(name));
}
