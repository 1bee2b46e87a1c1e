export * from './LiveBoundary';
export * from './LoadFailureAlert';
export * from './StaleNotice';
