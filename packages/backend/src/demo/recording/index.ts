export { demoRecordingModule as default } from './demoRecordingModule';
