import { CacheView } from './cacheView';
import { neverHappens } from './neverHappens';
import { Exposure, ReplicaLag } from './types';

/** What the judged nodes contribute to the exposure. */
export interface JudgedCopy {
  region: string;
  lag: ReplicaLag;
}

/** What would be lost if the primary's region vanished now: as much as its best copy lacks. */
export function judgeExposure(view: CacheView, copies: JudgedCopy[]): Exposure {
  const { topology, useCase, nodes } = view.cache;
  const needed = useCase?.disasterRecovery === 'required';
  if (topology === 'independent' && !needed) {
    return {
      kind: 'none-needed',
      because: 'every region has its own data and copies nothing',
    };
  }
  const hasReplica =
    topology === 'replicated' &&
    nodes.some(({ declaredRole }) => declaredRole === 'replica');
  if (!hasReplica) {
    return useCase?.disasterRecovery === 'local'
      ? { kind: 'none-needed', because: 'the use case needs no copy' }
      : { kind: 'everything', because: 'no replica is declared' };
  }
  if (view.primaries.length > 1) {
    return {
      kind: 'unknown',
      because: 'several servers accept writes, each may hold what no other has',
    };
  }
  if (copies.length === 0) {
    return view.primaries.length === 1 && view.replicas.length === 0
      ? {
          kind: 'everything',
          because: `no replica is known to follow the primary in ${view.primaries[0].node.region}`,
        }
      : { kind: 'unknown', because: 'no replica has been observed' };
  }
  return exposureOf([...copies].sort(byUsefulness)[0]);
}

function exposureOf({ region, lag }: JudgedCopy): Exposure {
  switch (lag.time.kind) {
    case 'time':
    case 'time-estimate':
    case 'at-least':
      return { kind: 'bounded', lag: lag.time, amount: lag.amount };
    case 'no-usable-copy':
      return {
        kind: 'everything',
        because: everythingBecause(region, lag.time),
      };
    case 'unknown':
      return lag.amount.kind === 'unavailable'
        ? {
            kind: 'unknown',
            because: `how far the replica in ${region} is behind is not known`,
          }
        : { kind: 'bounded', lag: lag.time, amount: lag.amount };
    default:
      return neverHappens(lag.time);
  }
}

function everythingBecause(
  region: string,
  lag: Extract<ReplicaLag['time'], { kind: 'no-usable-copy' }>,
): string {
  switch (lag.because) {
    case 'full-sync':
      return `no usable copy: the replica in ${region} is in a full sync`;
    case 'never-synced':
      return `no usable copy: the replica in ${region} never synchronised`;
    case 'stopped':
      return `no usable copy of what the primary holds now: replication to ${region} has stopped`;
    case 'wiped':
      return `the copy in ${region} was overwritten when the primary restarted, what was there before is lost already`;
    default:
      return neverHappens(lag.because);
  }
}

/** Best copy first: a known time, then a known minimum, then an amount, then nothing. */
function byUsefulness(one: JudgedCopy, other: JudgedCopy): number {
  return (
    rank(one.lag) - rank(other.lag) || seconds(one.lag) - seconds(other.lag)
  );
}

function rank({ time, amount }: ReplicaLag): number {
  switch (time.kind) {
    case 'time':
    case 'time-estimate':
      return 0;
    case 'at-least':
      return 1;
    case 'unknown':
      return amount.kind === 'unavailable' ? 3 : 2;
    case 'no-usable-copy':
      return 4;
    default:
      return neverHappens(time);
  }
}

function seconds({ time }: ReplicaLag): number {
  return 'seconds' in time ? time.seconds : 0;
}
