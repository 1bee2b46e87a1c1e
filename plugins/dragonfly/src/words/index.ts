export * from './describeLink';
export * from './describeRestart';
export * from './formatDuration';
export * from './policyWords';
