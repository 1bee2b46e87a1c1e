export { loadRecording, recordingNames } from './loadRecording';
export { Replay } from './replay';
export { ReplayNode } from './replayNode';
export { startReplay, type ReplayOptions } from './startReplay';
export type { PortKind, RecordedStep, Recording, Reply } from './types';
