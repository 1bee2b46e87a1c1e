export { CacheMetrics } from './CacheMetrics';
