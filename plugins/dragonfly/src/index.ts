/**
 * Dragonfly caches on entity pages, in the Create wizard and in search, for the new frontend system.
 *
 * @packageDocumentation
 */
export { dragonflyPlugin as default } from './plugin';
export * from './api';
export * from './components';
export * from './fields';
export * from './hooks';
export * from './routes';
export * from './search';
