export * from './Consumers';
export { consumersValidation } from './consumersValidation';
export * from './schema';
