/**
 * Scaffolder actions that generate the manifests of a Dragonfly cache from the organisation's decision record.
 *
 * @packageDocumentation
 */
export { scaffolderModuleDragonfly as default } from './module';
export * from './actions/generateManifests';
