export * from './PolicyBoundary';
