export * from './CacheFrame';
export * from './CacheLine';
