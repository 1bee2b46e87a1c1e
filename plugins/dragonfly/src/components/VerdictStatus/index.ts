export * from './VerdictStatus';
