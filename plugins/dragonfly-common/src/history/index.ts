export { eventsBetween, type NewCacheEvent } from './eventsBetween';
export { seriesMetrics, type MetricDefinition } from './metrics';
export * from './resolution';
export { rollUp, rollUpSamples, type Aggregate, type Rollup } from './rollUp';
export { sampleOf } from './sampleOf';
export { SeriesColumn } from './SeriesColumn';
export { SeriesTable } from './SeriesTable';
export * from './types';
