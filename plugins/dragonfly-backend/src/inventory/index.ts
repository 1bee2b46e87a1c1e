export * from './Inventory';
export * from './NodeTarget';
export * from './WatchedCache';
