import { writeFile } from 'node:fs/promises';
import { Replay, startReplay } from '../replay';
import { DemoCacheStatus } from './startDemoCache';

const CHECK_MS = 1_000;
/** How long the last state of a recording is shown before it starts again. */
const PAUSE_MS = 20_000;

/** The part of the portal's configuration that says where the replayed servers are. */
export function recordedConfig(replay: Replay): object {
  // The node that was asked first comes first in a recording; region1 is where the demo's primaries are.
  const primaryFirst = [...replay.nodes].sort(
    (one, other) =>
      Number(other.name === 'primary') - Number(one.name === 'primary'),
  );
  const nodes = primaryFirst.map((node, index) => [
    `region${index + 1}`,
    { ...node.address, ...node.credentials.monitor },
  ]);
  return {
    dragonfly: {
      caches: {
        recorded: {
          entityRef: 'resource:default/recorded',
          nodes: Object.fromEntries(nodes),
        },
      },
    },
  };
}

/**
 * Adds a cache whose servers speak a recording of a real Dragonfly, again and again, so that the portal can be seen with
 * Dragonfly's behaviour where no Dragonfly is installed.
 */
export async function startRecordedCache(
  recording: string,
  configFile: string,
): Promise<DemoCacheStatus> {
  const replay = await startReplay(recording);
  replay.play();
  const { durationMs, serverVersion } = replay.recording;
  setInterval(() => {
    if (replay.nowMs > durationMs + PAUSE_MS) {
      replay.seek(0).then(() => replay.play());
    }
  }, CHECK_MS).unref();
  await writeFile(configFile, JSON.stringify(recordedConfig(replay)), {
    mode: 0o600,
  });
  return {
    name: 'recorded',
    topology: 'replicated',
    regions: replay.nodes.map((_, index) => `region${index + 1}`),
    server: serverVersion,
    note: `replays ${recording} of a real ${serverVersion}`,
  };
}
