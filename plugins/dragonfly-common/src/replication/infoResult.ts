import { ProbeFailure } from './types';

/**
 * What reading a reply came to: the value, or a failure of kind `protocol` that an observation can carry as it is.
 *
 * @public
 */
export type InfoResult<T> =
  { ok: true; value: T } | { ok: false; failure: ProbeFailure };

/** A reply that cannot be used. `message` is a few words without a host, a port or a credential. */
export function unusableReply(message: string): {
  ok: false;
  failure: ProbeFailure;
} {
  return { ok: false, failure: { kind: 'protocol', message } };
}
