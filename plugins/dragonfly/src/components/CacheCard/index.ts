export * from './CacheCard';
