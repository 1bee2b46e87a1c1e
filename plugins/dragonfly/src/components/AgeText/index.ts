export * from './AgeText';
