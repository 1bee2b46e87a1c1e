export * from './refuseDefects';
export * from './validateSchemas';
