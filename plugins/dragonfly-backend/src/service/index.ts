export * from './CacheService';
export * from './createRouter';
