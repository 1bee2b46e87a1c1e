export * from './describeLink';
export * from './describeRestart';
export * from './describeTimeLeft';
export * from './formatClockTime';
export * from './formatDuration';
export * from './policyWords';
