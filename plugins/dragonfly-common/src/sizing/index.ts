export { podMemoryOf } from './podMemory';
export { sizeCache } from './sizeCache';
export * from './types';
