export * from './limits';
export * from './readMaintenanceRequest';
export * from './types';
