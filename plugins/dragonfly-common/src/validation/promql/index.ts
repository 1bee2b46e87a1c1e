export * from './promqlErrors';
export * from './promqlMetrics';
