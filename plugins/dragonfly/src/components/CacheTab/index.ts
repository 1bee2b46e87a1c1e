export * from './CacheDetails';
export * from './CacheTab';
