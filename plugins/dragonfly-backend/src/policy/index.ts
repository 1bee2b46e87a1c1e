export * from './PolicyStore';
export * from './readPolicySchedule';
