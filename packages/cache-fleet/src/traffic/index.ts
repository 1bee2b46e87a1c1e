export { startTraffic } from './startTraffic';
export { Traffic } from './traffic';
export type { OperationCounts, TrafficOptions, TrafficStats } from './types';
