export * from './Inventory';
export * from './NodeTarget';
export * from './WatchedCache';
export { CACHE_ENTITIES } from './readCacheEntities';
export { InventorySource } from './source';
