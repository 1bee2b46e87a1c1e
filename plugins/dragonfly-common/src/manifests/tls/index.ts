export * from './certificateFiles';
