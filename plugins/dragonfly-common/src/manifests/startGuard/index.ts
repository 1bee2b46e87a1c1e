export * from './startGuardFiles';
