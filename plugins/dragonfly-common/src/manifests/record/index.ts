export * from './digest';
export * from './paths';
export * from './readRecord';
export * from './recordFiles';
export * from './types';
