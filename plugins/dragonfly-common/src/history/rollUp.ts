import { seriesMetrics } from './metrics';
import { CacheSample, SeriesMetric } from './types';

/** Smallest, sum, largest and number of the values of one metric within one minute or hour. @public */
export type Aggregate = [
  minimum: number,
  sum: number,
  maximum: number,
  samples: number,
];

/** Everything history keeps of one cache of one minute or hour. @public */
export interface Rollup {
  /** Start, Unix milliseconds. */
  at: number;
  /** Samples it is made of. */
  samples: number;
  /** Samples in which everything was exposed. */
  everythingExposed: number;
  /** Metrics of the whole cache. */
  cache: Partial<Record<SeriesMetric, Aggregate>>;
  /** Metrics of nodes, by region. */
  nodes: Record<string, Partial<Record<SeriesMetric, Aggregate>>>;
}

const allMetrics: readonly SeriesMetric[] = [
  'lag',
  'exposure',
  'memory',
  'hit-ratio',
  'evictions',
  'commands',
  'probe-latency',
];

/**
 * Puts samples together into one rollup for each step of time that has any.
 *
 * @param stepMs - length of a step; steps begin at multiples of it
 * @returns oldest first
 * @public
 */
export function rollUpSamples(
  samples: readonly CacheSample[],
  stepMs: number,
): Rollup[] {
  const steps = new Map<number, Rollup>();
  for (const sample of samples) {
    const step = stepOf(steps, sample.at, stepMs);
    step.samples += 1;
    if (sample.exposure?.kind === 'everything') step.everythingExposed += 1;
    for (const metric of allMetrics) {
      const { ofCache, ofNode } = seriesMetrics[metric];
      if (ofCache) addValue(step.cache, metric, ofCache(sample));
      for (const node of sample.nodes) {
        const metrics = (step.nodes[node.region] ??= {});
        if (ofNode) addValue(metrics, metric, ofNode(node));
      }
    }
  }
  return oldestFirst(steps);
}

/**
 * Puts rollups together into one for each longer step of time that has any.
 *
 * @param stepMs - length of a step; steps begin at multiples of it
 * @returns oldest first
 * @public
 */
export function rollUp(rollups: readonly Rollup[], stepMs: number): Rollup[] {
  const steps = new Map<number, Rollup>();
  for (const rollup of rollups) {
    const step = stepOf(steps, rollup.at, stepMs);
    step.samples += rollup.samples;
    step.everythingExposed += rollup.everythingExposed;
    addAll(step.cache, rollup.cache);
    for (const [region, metrics] of Object.entries(rollup.nodes)) {
      addAll((step.nodes[region] ??= {}), metrics);
    }
  }
  return oldestFirst(steps);
}

function stepOf(
  steps: Map<number, Rollup>,
  moment: number,
  stepMs: number,
): Rollup {
  const at = Math.floor(moment / stepMs) * stepMs;
  let step = steps.get(at);
  if (!step) {
    step = { at, samples: 0, everythingExposed: 0, cache: {}, nodes: {} };
    steps.set(at, step);
  }
  return step;
}

function oldestFirst(steps: ReadonlyMap<number, Rollup>): Rollup[] {
  return [...steps.values()].sort((one, other) => one.at - other.at);
}

// Sums are added to in place: a thousand caches are rolled up every few minutes, and copies for each sample would be most of it.

function addAll(sums: Rollup['cache'], added: Rollup['cache']): void {
  for (const metric of allMetrics) {
    const aggregate = added[metric];
    if (aggregate) {
      const [minimum, sum, maximum, samples] = aggregate;
      add(sums, metric, minimum, sum, maximum, samples);
    }
  }
}

function addValue(
  sums: Rollup['cache'],
  metric: SeriesMetric,
  value: number | undefined,
): void {
  if (value !== undefined) add(sums, metric, value, value, value, 1);
}

function add(
  sums: Rollup['cache'],
  metric: SeriesMetric,
  minimum: number,
  sum: number,
  maximum: number,
  samples: number,
): void {
  const known = sums[metric];
  if (known) {
    known[0] = Math.min(known[0], minimum);
    known[1] += sum;
    known[2] = Math.max(known[2], maximum);
    known[3] += samples;
  } else {
    sums[metric] = [minimum, sum, maximum, samples];
  }
}
