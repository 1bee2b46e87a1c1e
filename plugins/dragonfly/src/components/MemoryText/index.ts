export * from './MemoryText';
