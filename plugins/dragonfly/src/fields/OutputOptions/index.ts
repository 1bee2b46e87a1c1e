export * from './OutputOptions';
export * from './outputOptionsValidation';
export * from './schema';
