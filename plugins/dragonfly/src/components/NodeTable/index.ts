export * from './NodeRow';
export * from './NodeTable';
