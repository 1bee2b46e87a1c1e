export * from './CacheHeartbeat';
export * from './ConnectionSlots';
export * from './NodeProbe';
