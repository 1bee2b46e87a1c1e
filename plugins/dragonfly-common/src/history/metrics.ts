import { CacheSample, NodeSample, Series, SeriesMetric } from './types';

/** What a metric is called, its unit, and where its value is in a sample. @public */
export interface MetricDefinition {
  title: string;
  unit: Series['unit'];
  /** Of one node; absent for a metric of the whole cache. */
  ofNode?: (node: NodeSample) => number | undefined;
  /** Of the whole cache; absent for a metric of a node. */
  ofCache?: (sample: CacheSample) => number | undefined;
}

/** Every metric of history. @public */
export const seriesMetrics: Record<SeriesMetric, MetricDefinition> = {
  lag: {
    title: 'Replication lag',
    unit: 'seconds',
    ofNode: node => node.lagSeconds,
  },
  exposure: {
    title: 'Exposure to the loss of a region',
    unit: 'seconds',
    ofCache: ({ exposure }) =>
      exposure?.kind === 'seconds' ? exposure.seconds : undefined,
  },
  memory: {
    title: 'Memory',
    unit: 'bytes',
    ofNode: node => node.memoryBytes,
  },
  'hit-ratio': {
    title: 'Hit ratio',
    unit: 'share',
    ofNode: node => node.hitRatio,
  },
  evictions: {
    title: 'Evictions',
    unit: 'per-second',
    ofNode: node => node.evictionsPerSecond,
  },
  commands: {
    title: 'Commands',
    unit: 'per-second',
    ofNode: node => node.commandsPerSecond,
  },
  'probe-latency': {
    title: 'Probe latency',
    unit: 'milliseconds',
    ofNode: node => node.probeMilliseconds,
  },
};
