export * from './consumerFiles';
