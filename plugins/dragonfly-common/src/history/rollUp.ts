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

function merge(
  one: Aggregate | undefined,
  other: Aggregate | undefined,
): Aggregate | undefined {
  if (!one || !other) return one ?? other;
  return [
    Math.min(one[0], other[0]),
    one[1] + other[1],
    Math.max(one[2], other[2]),
    one[3] + other[3],
  ];
}

function mergeMetrics(
  one: Rollup['cache'],
  other: Rollup['cache'],
): Rollup['cache'] {
  const merged: Rollup['cache'] = { ...one };
  for (const metric of allMetrics) {
    const aggregate = merge(one[metric], other[metric]);
    if (aggregate) merged[metric] = aggregate;
  }
  return merged;
}

function valuesOf(
  metrics: readonly SeriesMetric[],
  valueOf: (metric: SeriesMetric) => number | undefined,
): Rollup['cache'] {
  const values: Rollup['cache'] = {};
  for (const metric of metrics) {
    const value = valueOf(metric);
    if (value !== undefined) values[metric] = [value, value, value, 1];
  }
  return values;
}

/**
 * One sample as a rollup of itself.
 *
 * @param metrics - those of interest; the others are left out
 * @public
 */
export function rollupOfSample(
  sample: CacheSample,
  metrics: readonly SeriesMetric[] = allMetrics,
): Rollup {
  return {
    at: sample.at,
    samples: 1,
    everythingExposed: sample.exposure?.kind === 'everything' ? 1 : 0,
    cache: valuesOf(metrics, metric => seriesMetrics[metric].ofCache?.(sample)),
    nodes: Object.fromEntries(
      sample.nodes.map(node => [
        node.region,
        valuesOf(metrics, metric => seriesMetrics[metric].ofNode?.(node)),
      ]),
    ),
  };
}

/**
 * Puts rollups together into one for each step of time that has any.
 *
 * @param stepMs - length of a step; steps begin at multiples of it
 * @returns oldest first
 * @public
 */
export function rollUp(rollups: readonly Rollup[], stepMs: number): Rollup[] {
  const steps = new Map<number, Rollup>();
  for (const rollup of rollups) {
    const at = Math.floor(rollup.at / stepMs) * stepMs;
    const step = steps.get(at);
    if (step) {
      step.samples += rollup.samples;
      step.everythingExposed += rollup.everythingExposed;
      step.cache = mergeMetrics(step.cache, rollup.cache);
      for (const [region, values] of Object.entries(rollup.nodes)) {
        step.nodes[region] = mergeMetrics(step.nodes[region] ?? {}, values);
      }
    } else {
      steps.set(at, { ...rollup, at, nodes: { ...rollup.nodes } });
    }
  }
  return [...steps.values()].sort((one, other) => one.at - other.at);
}
