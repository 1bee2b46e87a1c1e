export * from './NodeSummary';
