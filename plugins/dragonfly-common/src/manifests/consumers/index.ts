export * from './consumerFiles';
export * from './consumerSecret';
export * from './consumerStores';
