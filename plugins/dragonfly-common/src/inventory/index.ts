export * from './declareCaches';
export { isDnsLabel } from './dnsLabel';
export * from './InventoryContext';
export * from './isCacheEntity';
export * from './readCacheAnnotations';
export * from './settleClaims';
export * from './types';
