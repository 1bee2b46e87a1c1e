/**
 * Channel of the signals that say that the state of some cache is another one: a ping without content, because a signal
 * reaches everybody. Ask the API again for what you may know.
 *
 * @public
 */
export const CACHE_SIGNALS_CHANNEL = 'dragonfly:caches';

/**
 * Topic of the events about changed verdicts, on the backend's event bus: `{ entityRef, before, verdict, reasons: [{ code,
 * region? }], assessedAt, maintenance? }`; `maintenance` is true while the cache is under maintenance.
 *
 * @public
 */
export const CACHE_EVENTS_TOPIC = 'dragonfly.cache-verdict';
