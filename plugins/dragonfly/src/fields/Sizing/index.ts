export * from './schema';
export * from './Sizing';
export * from './sizingValidation';
