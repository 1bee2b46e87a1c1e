export * from './VerdictBadge';
