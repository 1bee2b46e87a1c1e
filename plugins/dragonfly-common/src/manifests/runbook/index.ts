export * from './runbookFiles';
