import { CacheView, foundBefore } from '../cacheView';
import { judgeCopy } from '../copy';
import { describeLag, describeAmount } from '../describe';
import { describeSeconds } from '../describeQuantity';
import { replicaLag } from '../lag/replicaLag';
import { neverHappens } from '../neverHappens';
import { reason } from '../reason';
import { Reason } from '../reasons';
import { LAG_HIGH_ENDS_SHARE, LAG_UNKNOWN_WAIT_PROBES } from '../thresholds';
import { Lag } from '../types';
import { unansweredWaits } from '../unansweredWaits';

/**
 * LAG_HIGH and LAG_UNKNOWN, for replicas that follow a primary which answers; of the others another reason says more.
 * Records are not seconds: they alone are shown but never held against the limit.
 */
export function checkLag(view: CacheView): Reason[] {
  const configured = view.cache.lagThresholdSeconds;
  if (view.cache.topology === 'independent' || view.primaries.length !== 1) {
    return [];
  }
  return view.replicas.flatMap(({ node }) => {
    const lag = replicaLag(view, node);
    if (!lag || judgeCopy(view, node).kind !== 'following') return [];
    const { region } = node;
    const { time, amount } = lag;
    const limitWords = `the limit is ${describeSeconds(configured)}`;
    const limit = foundBefore(view, 'LAG_HIGH', region)
      ? configured * LAG_HIGH_ENDS_SHARE
      : configured;
    switch (time.kind) {
      case 'time':
      case 'time-estimate':
        return time.seconds > limit
          ? [
              reason(
                'LAG_HIGH',
                `The replica in ${region} is ${describeLag(time)}; ${limitWords}.`,
                region,
              ),
            ]
          : [];
      case 'at-least':
        if (time.seconds < limit && isBusyMoment(view, time)) return [];
        return [
          reason(
            time.seconds >= limit ? 'LAG_HIGH' : 'LAG_UNKNOWN',
            `The replica in ${region} is ${describeLag(time)}; ${limitWords}.`,
            region,
          ),
        ];
      case 'no-usable-copy':
        return [];
      case 'unknown':
        return amount.kind === 'unavailable'
          ? [
              reason(
                'LAG_UNKNOWN',
                `How far the replica in ${region} is behind is ${describeLag(time)}; the amount is ${describeAmount(amount)}.`,
                region,
              ),
            ]
          : [];
      default:
        return neverHappens(time);
    }
  });
}

function isBusyMoment(
  { primaries }: CacheView,
  { method }: Extract<Lag, { kind: 'at-least' }>,
): boolean {
  return (
    method === 'wait-probe' &&
    primaries.every(
      ({ node }) => unansweredWaits(node).length < LAG_UNKNOWN_WAIT_PROBES,
    )
  );
}
