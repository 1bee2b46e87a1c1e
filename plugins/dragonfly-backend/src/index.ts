/**
 * Watches the Dragonfly caches of the catalog and serves their live state and the organisation's caching policy.
 *
 * @packageDocumentation
 */
export { dragonflyPlugin as default } from './plugin';
