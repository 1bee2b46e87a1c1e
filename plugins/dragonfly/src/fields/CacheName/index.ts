export * from './CacheName';
export * from './cacheNameValidation';
export * from './schema';
