export * from './changeRole';
export * from './types';
