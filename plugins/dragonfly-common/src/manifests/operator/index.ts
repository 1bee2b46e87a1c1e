export * from './operatorFiles';
