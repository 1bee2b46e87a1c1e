export * from './Monitor';
