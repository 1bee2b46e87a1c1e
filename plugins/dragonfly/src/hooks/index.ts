export * from './types';
export * from './useCache';
export * from './useCaches';
export * from './useDependedCaches';
export * from './useFleet';
export * from './useNow';
export * from './usePolicy';
