import { countField, textField, wholeNumber } from './infoField';
import { InfoResult, unusableReply } from './infoResult';
import { InfoSections } from './parseInfo';
import { readConnectedReplica } from './readConnectedReplica';
import { ConnectedReplica, ReplicationFacts } from './types';

const SECTION = 'replication';

// A Dragonfly replica whose link was never up reports the Unix time as the age of its last input or output. No link
// is 30 years old.
const LONGEST_DURATION_SECONDS = 1_000_000_000;

/**
 * Reads `INFO replication` of Dragonfly, Redis and Valkey. The words `master` and `slave` of the wire end here.
 *
 * @public
 */
export function readReplication(
  info: InfoSections,
): InfoResult<ReplicationFacts> {
  const role = textField(info, SECTION, 'role');
  switch (role) {
    case 'master':
      return readPrimary(info);
    case 'slave':
    case 'replica':
      return readReplica(info);
    default:
      return unusableReply('the answer to INFO replication names no role');
  }
}

/** Whether `INFO replication` is written the way Redis and Valkey do: with an offset in bytes on every node. */
export function countsBytes(info: InfoSections): boolean {
  return textField(info, SECTION, 'master_repl_offset') !== undefined;
}

function readPrimary(info: InfoSections): InfoResult<ReplicationFacts> {
  const replicationId = textField(info, SECTION, 'master_replid');
  if (replicationId === undefined) {
    return unusableReply(
      'the answer to INFO replication of a primary has no replication id',
    );
  }
  const lines = replicaLines(info);
  const connectedReplicas = countField(info, SECTION, 'connected_slaves') ?? 0;
  return {
    ok: true,
    value: {
      role: 'primary',
      replicationId,
      offsetBytes: countField(info, SECTION, 'master_repl_offset'),
      replicas: readConnectedReplicas(lines),
      connectedReplicas:
        lines.length === 0 && connectedReplicas > 0
          ? connectedReplicas
          : undefined,
    },
  };
}

/** Values of the `slave0:` lines; none too when `--managed_service_info` hides the replicas on the main port. */
function replicaLines(info: InfoSections): string[] {
  const fields = info.get(SECTION) ?? info.get('') ?? new Map<string, string>();
  const lines: string[] = [];
  for (const [name, value] of fields) {
    if (/^slave\d{1,6}$/.test(name)) lines.push(value);
  }
  return lines;
}

function readConnectedReplicas(lines: readonly string[]): ConnectedReplica[] {
  return lines
    .filter(line => !isSecondChannel(line))
    .map(line => readConnectedReplica(line))
    .filter(replica => replica !== undefined);
}

// While Valkey 8 copies over two channels, it lists the replica once for each; the other line is of type main-channel.
function isSecondChannel(line: string): boolean {
  return line.split(',').includes('type=rdb-channel');
}

function readReplica(info: InfoSections): InfoResult<ReplicationFacts> {
  const primaryHost = textField(info, SECTION, 'master_host');
  const primaryPort = countField(info, SECTION, 'master_port');
  const link = textField(info, SECTION, 'master_link_status');
  if (primaryHost === undefined || primaryPort === undefined) {
    return unusableReply(
      'the answer to INFO replication of a replica does not name its primary',
    );
  }
  if (link !== 'up' && link !== 'down') {
    return unusableReply(
      'the answer to INFO replication of a replica does not say whether its link is up',
    );
  }
  const fullSyncInProgress =
    textField(info, SECTION, 'master_sync_in_progress') === '1';
  return {
    ok: true,
    value: {
      role: 'replica',
      primaryHost,
      primaryPort,
      link,
      fullSyncInProgress,
      ...(countsBytes(info)
        ? readByteProgress(info, link, fullSyncInProgress)
        : readRecordProgress(info)),
    },
  };
}

type Progress = Partial<
  Pick<
    Extract<ReplicationFacts, { role: 'replica' }>,
    'primaryReplicationId' | 'secondsSinceLastIo' | 'offset' | 'partialSync'
  >
>;

function readRecordProgress(info: InfoSections): Progress {
  const records = countField(info, SECTION, 'slave_repl_offset');
  const attempts = countField(info, SECTION, 'psync_attempts');
  const successes = countField(info, SECTION, 'psync_successes');
  return {
    primaryReplicationId: textField(info, SECTION, 'master_replid'),
    secondsSinceLastIo: readDuration(info, 'master_last_io_seconds_ago'),
    offset:
      records === undefined ? undefined : { unit: 'records', value: records },
    partialSync:
      attempts === undefined || successes === undefined
        ? undefined
        : { attempts, successes },
  };
}

function readByteProgress(
  info: InfoSections,
  link: 'up' | 'down',
  fullSyncInProgress: boolean,
): Progress {
  // Redis and Valkey fill in their own replication id and an offset of 0 or 1 before the first synchronisation. It
  // shows by a link that is down and has no time since when.
  const neverSynchronised =
    link === 'down' &&
    (wholeNumber(textField(info, SECTION, 'master_link_down_since_seconds')) ??
      -1) < 0;
  const secondsSinceLastIo =
    readDuration(info, 'master_last_io_seconds_ago') ??
    readDuration(info, 'master_link_down_since_seconds');
  if (neverSynchronised || fullSyncInProgress) return { secondsSinceLastIo };

  const bytes = countField(info, SECTION, 'slave_repl_offset');
  return {
    primaryReplicationId: textField(info, SECTION, 'master_replid'),
    secondsSinceLastIo,
    offset: bytes === undefined ? undefined : { unit: 'bytes', value: bytes },
  };
}

function readDuration(info: InfoSections, name: string): number | undefined {
  const seconds = countField(info, SECTION, name);
  return seconds === undefined || seconds >= LONGEST_DURATION_SECONDS
    ? undefined
    : seconds;
}
