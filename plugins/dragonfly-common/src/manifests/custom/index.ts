export * from './customFiles';
