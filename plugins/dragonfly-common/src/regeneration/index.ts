export * from './applyChange';
export * from './changeOfAnswers';
export * from './planRegeneration';
export * from './planRetirement';
export { recordedSpec } from './recordedSpec';
export * from './types';
