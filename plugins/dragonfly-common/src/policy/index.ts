export { DURATION_FORMS, formatDuration, parseDuration } from './durations';
export { parsePolicy } from './parsePolicy';
export { formatMemory, MEMORY_FORMS, parseMemoryQuantity } from './quantities';
export * from './types';
