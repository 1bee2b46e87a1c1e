export * from './CacheCard';
export * from './CacheTab';
export * from './FleetPage';
export * from './ReasonList/ReasonList';
export * from './VerdictBadge';
