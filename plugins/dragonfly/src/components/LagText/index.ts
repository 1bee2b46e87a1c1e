export * from './LagText';
