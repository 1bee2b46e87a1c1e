export * from './recordFiles';
