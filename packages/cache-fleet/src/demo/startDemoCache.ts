import { Fleet } from '../fleet';
import { startTraffic } from '../traffic';
import { DemoCache } from './demoCaches';

/** A demo cache as the terminal shows it. */
export interface DemoCacheStatus {
  name: string;
  topology: string;
  regions: string[];
  server: string;
  note?: string;
}

/** Starts one cache of the demo with its traffic, then breaks what is to be broken. */
export async function startDemoCache(
  fleet: Fleet,
  demo: DemoCache,
): Promise<DemoCacheStatus> {
  const cache = await fleet.startCache(demo.request);
  startTraffic(cache, demo.traffic);
  demo.fault?.apply(cache);
  return {
    name: cache.name,
    topology: cache.topology,
    regions: cache.regions,
    server: `${fleet.server.flavour} ${fleet.server.version}`,
    note: demo.fault?.note,
  };
}
