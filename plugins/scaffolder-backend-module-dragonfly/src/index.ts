/**
 * Scaffolder actions that generate the manifests of a Dragonfly cache from the organisation's decision record.
 *
 * @packageDocumentation
 */
export { scaffolderModuleDragonfly as default } from './module';
export * from './actions/changeManifests';
export * from './actions/changeRole';
export * from './actions/generateManifests';
export * from './actions/lintManifests';
export * from './actions/locateCache';
export * from './actions/retireManifests';
