export * from './ProbeText';
