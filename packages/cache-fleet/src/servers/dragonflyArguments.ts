import { NodeSettings, SNAPSHOT_NAME } from './nodeSettings';
import { Launch } from './types';

// Dragonfly refuses to start with less per thread.
const BYTES_PER_THREAD = 256 * 1024 * 1024;
const MOST_THREADS = 2;

/** How a Dragonfly node is started: everything but the passwords as arguments, the passwords in its environment. */
export function dragonflyLaunch(settings: NodeSettings, port: number): Launch {
  const { credentials, replicaOf } = settings;
  const memoryBytes = Math.max(settings.memoryBytes, BYTES_PER_THREAD);
  const threads = Math.min(
    MOST_THREADS,
    Math.floor(memoryBytes / BYTES_PER_THREAD),
  );
  return {
    arguments: [
      '--bind=127.0.0.1',
      `--port=${port}`,
      `--dir=${settings.directory}`,
      `--dbfilename=${SNAPSHOT_NAME}`,
      `--log_dir=${settings.directory}`,
      '--version_check=false',
      `--maxmemory=${memoryBytes}`,
      `--proactor_threads=${threads}`,
      `--cache_mode=${settings.eviction === 'lru'}`,
      '--break_replication_on_master_restart=true',
      '--replication_acks_interval=100',
      '--replication_timeout=10000',
      `--replica_announce_ip=${settings.announceAs}`,
      `--announce_port=${port}`,
      ...(replicaOf ? [`--replicaof=${replicaOf.host}:${replicaOf.port}`] : []),
    ],
    environment: {
      DFLY_requirepass: credentials.default.password,
      DFLY_masterauth: credentials.default.password,
    },
  };
}
