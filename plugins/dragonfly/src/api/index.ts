export * from './dragonflyApiRef';
export * from './loadFailure';
