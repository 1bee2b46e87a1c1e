export * from './CacheCard';
export * from './CacheTab';
export * from './ReasonList/ReasonList';
export * from './VerdictBadge';
