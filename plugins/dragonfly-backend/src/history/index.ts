export { History } from './History';
export { Recorder } from './Recorder';
export { type TableAnswer } from './SeriesReader';
