export * from './alerts/types';
export * from './metrics/portalMetrics';
export * from './monitorFiles';
export * from './monitoringFiles';
export * from './monitoringSection';
