export * from './cacheCard';
export * from './cacheTab';
export * from './dragonflyApi';
export * from './fleetPage';
export * from './formFields';
export * from './search';
