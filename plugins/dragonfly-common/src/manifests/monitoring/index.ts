export * from './monitoringFiles';
