export * from './MaintenanceMark';
export * from './MaintenanceSection';
