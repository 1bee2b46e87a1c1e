export * from './readAddress';
export * from './startExposition';
