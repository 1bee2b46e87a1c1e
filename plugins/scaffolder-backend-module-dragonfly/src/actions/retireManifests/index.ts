export { createRetireManifestsAction } from './createRetireManifestsAction';
