export * from './renderManifests';
export * from './types';
export * from './validateCacheSpec';
