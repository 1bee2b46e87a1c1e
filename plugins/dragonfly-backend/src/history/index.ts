export { History } from './History';
export { Recorder } from './Recorder';
