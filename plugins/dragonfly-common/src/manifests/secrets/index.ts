export * from './secretFiles';
