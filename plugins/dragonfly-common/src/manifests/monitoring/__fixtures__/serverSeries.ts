/**
 * Values over time in promtool's notation, one sample each 15 s: `1x40` is 1 forty times more, `0+30x40` grows by 30,
 * `_x8` is missing, `stale` ends the series.
 */
export type Samples = string;

/** What one server of the cache `sessions` exports; a metric that is not given has the value of a healthy server. */
export interface ServerSamples {
  region: string;
  cache?: string;
  /** `dragonfly_master`. */
  primary: Samples;
  /** Lag by replica and its state, as the primary lists them. */
  replicas?: { region: string; state: string; lag: Samples }[];
  /** What a replica says of its link. */
  link?: Partial<
    Record<'status' | 'lastIo' | 'syncing' | 'reconnects', Samples>
  >;
  usedBytes?: Samples;
  residentBytes?: Samples;
  limitBytes?: Samples;
  mutations?: Samples;
  evicted?: Samples;
  outOfMemory?: Samples;
  version?: string;
}

/** A series of promtool's unit tests. */
export interface InputSeries {
  series: string;
  values: Samples;
}

/** Samples of a whole test: 30 minutes. */
export const STEPS = 120;
const GIB = 2 ** 30;

/** The same value throughout. */
export function always(value: number): Samples {
  return `${value}x${STEPS}`;
}

/** Ends together with the server: everything it exports becomes stale after some samples. */
function until(stop: number | undefined, samples: Samples): Samples {
  if (stop === undefined) return samples;
  const [, start, growth] = /^(\d+)(\+\d+)?x\d+$/.exec(samples) ?? [];
  if (start === undefined) return samples;
  return `${start}${growth ?? ''}x${stop} stale`;
}

/** Everything that one server exports, until the given sample when it vanishes there. */
export function serverSeries(
  server: ServerSamples,
  stop?: number,
): InputSeries[] {
  const own = `cache="${server.cache ?? 'sessions'}", region="${server.region}", pod="sessions-0"`;
  const one = (name: string, values: Samples | undefined, more = '') =>
    values === undefined
      ? []
      : [{ series: `${name}{${own}${more}}`, values: until(stop, values) }];
  const { link } = server;
  return [
    one('dragonfly_master', server.primary),
    one(
      'dragonfly_version',
      always(1),
      `, version="${server.version ?? 'df-v1.40.1'}"`,
    ),
    one('dragonfly_memory_used_bytes', server.usedBytes ?? always(GIB)),
    one('dragonfly_used_memory_rss_bytes', server.residentBytes ?? always(GIB)),
    one('dragonfly_memory_max_bytes', server.limitBytes ?? always(2 * GIB)),
    one(
      'dragonfly_keyspace_mutations_total',
      server.mutations ?? `0+1500x${STEPS}`,
    ),
    one('dragonfly_evicted_keys_total', server.evicted, ', db="db0"'),
    one('dragonfly_oom_errors_total', server.outOfMemory, ', type="cmd"'),
    ...(server.replicas ?? []).map(({ region, state, lag }) =>
      one(
        'dragonfly_connected_replica_lag_records',
        lag,
        `, replica_ip="${region}", replica_port="6379", replica_state="${state}"`,
      ),
    ),
    one('dragonfly_master_link_status', link && (link.status ?? always(1))),
    one(
      'dragonfly_master_last_io_seconds_ago',
      link && (link.lastIo ?? always(0)),
    ),
    one(
      'dragonfly_master_sync_in_progress',
      link && (link.syncing ?? always(0)),
    ),
    one(
      'dragonfly_replica_reconnect_count',
      link && (link.reconnects ?? always(1)),
    ),
  ].flat();
}
