/**
 * Validates the annotations of Dragonfly cache entities when the catalog reads them.
 *
 * @packageDocumentation
 */
export { catalogModuleDragonfly as default } from './module';
