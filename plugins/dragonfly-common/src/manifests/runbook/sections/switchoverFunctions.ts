import { ResolvedCache } from '../../resolvedCache';
import { shellFunction } from '../shell';

/** Milliseconds that writes wait at most; the pause ends by itself. */
const PAUSE_MS = 30_000;
/** Seconds after the pause began in which both sides must have become equal. */
const EQUAL_SECONDS = 10;
/** Seconds after which there is no longer time for promotion and fence. */
const PROMOTE_SECONDS = 15;

function elapsed(seconds: number): string {
  return `[ $(($(date +%s) - started)) -ge ${seconds} ]`;
}

function giveUp(message: string): string[] {
  return [
    '  ask "$old" CLIENT UNPAUSE',
    `  echo "${message}" >&2`,
    '  return 1',
  ];
}

/** Other replicas of a cache with more than two regions follow the new primary too. */
function attachOthers(cache: ResolvedCache): string[] {
  if (cache.regions.length < 3) return [];
  return [
    `for other in ${cache.regions.map(({ name }) => name).join(' ')}; do`,
    '  [ "$other" = "$old" ] || [ "$other" = "$new" ] || attach "$other" "$new"',
    'done',
  ];
}

/**
 * A planned move as one function: its steps have to follow each other faster than a person types, because the fence has
 * to be in place before the pause of the old primary ends.
 */
export function switchoverFunction(cache: ResolvedCache): string[] {
  return shellFunction(
    'switchover',
    'switchover OLD NEW: moves the primary without losing a write, or leaves it where it is.',
    [
      'old=$1 new=$2',
      'if [ "$(field "$old" role)" != master ]; then',
      '  echo "$old does not answer as the primary: nothing was changed" >&2',
      '  return 1',
      'fi',
      'if [ "$(field "$new" master_link_status)" != up ] || [ "$(field "$new" master_sync_in_progress)" != 0 ]; then',
      '  echo "$new has no complete copy with a working link: nothing was changed" >&2',
      '  return 1',
      'fi',
      'started=$(date +%s)',
      `must "$old" CLIENT PAUSE ${PAUSE_MS} WRITE || return 1`,
      'positions=',
      'until [ -n "$positions" ] && [ "$positions" = "$(applied "$new")" ]; do',
      `  if ${elapsed(EQUAL_SECONDS)}; then`,
      ...giveUp('$new did not catch up: writes go on in $old').map(
        line => `  ${line}`,
      ),
      '  fi',
      '  positions=$(written "$old")',
      'done',
      `if ${elapsed(PROMOTE_SECONDS)}; then`,
      ...giveUp('answers came too late to be safe: writes go on in $old'),
      'fi',
      'ask "$new" REPLICAOF NO ONE',
      'case "$(field "$new" role)" in',
      '  master) ;;',
      '  slave | replica)',
      ...giveUp('$new was not promoted: writes go on in $old').map(
        line => `  ${line}`,
      ),
      '    ;;',
      '  *)',
      `    echo "IN DOUBT: $new does not say its role. Ask again before $old takes writes again, ${PAUSE_MS / 1000} s after the start" >&2`,
      '    return 1',
      '    ;;',
      'esac',
      `must "$old" REPLICAOF "$(host_of "$new")" ${cache.port} || {`,
      '  echo "NOT FENCED: $old takes writes again soon. Attach it now: attach $old $new" >&2',
      '  return 1',
      '}',
      `if ${elapsed(PAUSE_MS / 1000)}; then`,
      '  echo "The pause ended before the fence: $old may have taken writes that are lost" >&2',
      'fi',
      '# Fenced: whoever still waits gets an error now, and connects again.',
      'ask "$old" CLIENT UNPAUSE',
      ...attachOthers(cache),
      'echo "the primary is in $new now; writes waited less than $(($(date +%s) - started + 1)) s"',
    ],
  );
}

/** A forced move: the old primary does not answer, so nothing of it can be waited for. */
export function failoverFunction(): string[] {
  return shellFunction(
    'failover',
    'failover NEW: makes NEW the primary as it is. What it has not applied is lost.',
    [
      'new=$1',
      'if [ "$(field "$new" master_sync_in_progress)" = 1 ]; then',
      '  echo "$new is in a full sync, its data is incomplete: nothing was changed" >&2',
      '  return 1',
      'fi',
      'echo "applied in $new, one number a shard; keep it to count the loss later:"',
      'applied "$new"',
      'ask "$new" REPLICAOF NO ONE',
      'if [ "$(field "$new" role)" != master ]; then',
      '  echo "$new does not answer as the primary: ask again before you do anything else" >&2',
      '  return 1',
      'fi',
      'echo "the primary is in $new now"',
    ],
  );
}

/** Makes a server a replica; what it holds is replaced by a copy of the primary. */
export function attachFunction(cache: ResolvedCache): string[] {
  return shellFunction(
    'attach',
    'attach REGION PRIMARY: makes the server of REGION a replica. ITS DATA IS REPLACED by that of PRIMARY.',
    [
      'if [ "$1" = "$2" ] || [ "$(field "$2" role)" != master ]; then',
      '  echo "$2 does not answer as a primary that $1 could follow: nothing was changed" >&2',
      '  return 1',
      'fi',
      `must "$1" REPLICAOF "$(host_of "$2")" ${cache.port}`,
    ],
  );
}
