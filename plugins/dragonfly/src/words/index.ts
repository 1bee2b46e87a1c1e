export * from './describeLink';
export * from './formatDuration';
export * from './policyWords';
