export * from './reasons';
export * from './types';
