/**
 * Makes Dragonfly caches searchable in the portal, with their health.
 *
 * @packageDocumentation
 */
export { searchModuleDragonfly as default } from './module';
export * from './collator';
