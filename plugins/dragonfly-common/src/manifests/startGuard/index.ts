export * from './startGuardConfigMap';
export * from './startGuardContainer';
export * from './startGuardFiles';
