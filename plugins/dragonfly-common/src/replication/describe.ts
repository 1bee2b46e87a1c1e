import {
  describeBytes,
  describeCount,
  describeSeconds,
} from './describeQuantity';
import { Exposure, Freshness, Lag, LagAmount } from './types';

/** A new kind does not compile until it has its words; one from a newer backend must not take the page down. */
function undescribed(_kind: never): string {
  return 'not understood by this version of the portal';
}

/**
 * A lag in time in words: value, unit, error bound and method.
 *
 * `0.4 s behind, ± 2.1 s (from offsets)`
 *
 * @public
 */
export function describeLag(lag: Lag): string {
  switch (lag.kind) {
    case 'time':
      return `${describeSeconds(lag.seconds)} behind, ± ${describeSeconds(lag.errorBoundSeconds)} (${describeMethod(lag.method)})`;
    case 'time-estimate':
      return `about ${describeSeconds(lag.seconds)} behind (${describeMethod(lag.method)})`;
    case 'at-least':
      return `at least ${describeSeconds(lag.seconds)} behind (${describeMethod(lag.method)})`;
    case 'no-usable-copy':
      return `no usable copy: ${describeUnusable(lag.because)}`;
    case 'unknown':
      return `unknown: ${lag.because}`;
    default:
      return undescribed(lag);
  }
}

/**
 * A lag in the server's own unit, in words: `1,809 records (reported by the primary)`.
 *
 * @public
 */
export function describeAmount(amount: LagAmount): string {
  switch (amount.kind) {
    case 'records':
      return `${describeCount(amount.records)} ${amount.records === 1 ? 'record' : 'records'} (${describeMethod(amount.method)})`;
    case 'bytes':
      return `${describeBytes(amount.bytes)} (${describeMethod(amount.method)})`;
    case 'unavailable':
      return `unavailable: ${amount.because}`;
    default:
      return undescribed(amount);
  }
}

/** What losing the primary's region now would cost, in words. @public */
export function describeExposure(exposure: Exposure): string {
  switch (exposure.kind) {
    case 'none-needed':
      return `no copy needed: ${exposure.because}`;
    case 'bounded':
      return `what the best copy lacks: ${describeLag(exposure.lag)}; ${describeAmount(exposure.amount)}`;
    case 'everything':
      return `everything: ${exposure.because}`;
    case 'unknown':
      return `unknown: ${exposure.because}`;
    default:
      return undescribed(exposure);
  }
}

/**
 * The age of something observed, in words: `4 s ago`. An instant in the future, from a clock that runs ahead, is now.
 *
 * @param observedAt - ISO 8601
 * @public
 */
export function describeAge(observedAt: string, now: Date): string {
  const seconds = (now.getTime() - Date.parse(observedAt)) / 1000;
  if (Number.isNaN(seconds)) return 'at an unknown time';
  return `${describeSeconds(Math.max(0, seconds))} ago`;
}

/** How fresh what is known of a node is, in words. @public */
export function describeFreshness(freshness: Freshness): string {
  switch (freshness.kind) {
    case 'never':
      return 'never probed';
    case 'fresh':
      return `probed ${describeSeconds(freshness.ageSeconds)} ago`;
    case 'stale':
      return `outdated: last probed ${describeSeconds(freshness.ageSeconds)} ago`;
    default:
      return undescribed(freshness);
  }
}

type Method =
  | Extract<Lag, { method: string }>['method']
  | Extract<LagAmount, { method: string }>['method'];

function describeMethod(method: Method): string {
  switch (method) {
    case 'offset-interpolation':
      return 'from offsets';
    case 'wait-probe':
      return 'by WAIT';
    case 'heartbeat-key':
      return 'by heartbeat key';
    case 'write-rate':
      return 'estimated from the write rate';
    case 'reported-by-primary':
      return 'reported by the primary';
    case 'offset-difference':
      return 'difference of offsets';
    default:
      return undescribed(method);
  }
}

function describeUnusable(
  because: Extract<Lag, { kind: 'no-usable-copy' }>['because'],
): string {
  switch (because) {
    case 'full-sync':
      return 'a full sync is running';
    case 'never-synced':
      return 'the replica never synchronised';
    case 'stopped':
      return 'replication has stopped';
    case 'wiped':
      return 'the copy was overwritten when the primary restarted';
    default:
      return undescribed(because);
  }
}
