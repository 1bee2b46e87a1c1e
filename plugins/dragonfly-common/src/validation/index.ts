export { validateManifests } from './validateManifests';
export * from './promql';
