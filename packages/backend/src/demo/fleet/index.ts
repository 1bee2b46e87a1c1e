export { demoFleetModule as default } from './demoFleetModule';
