/**
 * Dragonfly caches on entity pages, in the Create wizard and in search, for the old frontend system.
 *
 * @packageDocumentation
 */
export * from './api';
export * from './hooks';
export * from './legacyExtensions/entityExtensions';
export * from './legacyExtensions/fieldExtensions';
export * from './legacyExtensions/plugin';
export * from './legacyExtensions/searchExtensions';
export * from './routes';
export { isCacheEntity } from 'backstage-plugin-dragonfly-common';
