import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Observation } from 'backstage-plugin-dragonfly-common';
import { Fleet, FleetNode } from 'cache-fleet';
import { eventually } from '../__testUtils__/eventually';
import { ConnectionSlots, NodeProbe } from '../probe';
import { NodeWatcher } from './NodeWatcher';
import { Turns } from './Turns';

const INTERVAL_MS = 400;
const TIMEOUT_MS = 300;
const NEW_PASSWORD = 'neu-und-geheim';

describe('a password that is rotated', () => {
  let fleet: Fleet;
  let node: FleetNode;
  let directory: string;
  let passwordFile: string;
  let watcher: NodeWatcher;
  let seen: Observation[];

  /** What the server's administrator does: the new password takes the place of the old, sessions with the old end. */
  async function rotateOnServer(): Promise<void> {
    const { username } = node.credentials.monitor;
    await node.ask(async client => {
      await client.call(
        'ACL',
        'SETUSER',
        username,
        'resetpass',
        `>${NEW_PASSWORD}`,
      );
      await client.call('CLIENT', 'KILL', 'USER', username);
    });
  }

  const rotateInFile = () => writeFile(passwordFile, `${NEW_PASSWORD}\n`);
  const latest = () => seen.at(-1);
  const untilAnswered = (since: number) =>
    eventually(5_000, async () => {
      expect(latest()).toMatchObject({ outcome: 'answered' });
      expect(latest()?.observedAt).toBeGreaterThan(since);
    });

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'dragonfly-rotation-'));
    passwordFile = join(directory, 'password');
    fleet = await Fleet.create();
    const cache = await fleet.startCache({
      name: 'sessions',
      topology: 'independent',
      regions: ['region1'],
    });
    node = cache.node('region1');
    const { username, password } = node.credentials.monitor;
    await writeFile(passwordFile, password);
    seen = [];
    watcher = NodeWatcher.start({
      probe: NodeProbe.create({
        region: 'region1',
        target: { ...node.address, tls: false, username, passwordFile },
        timeoutMs: TIMEOUT_MS,
        slots: new ConnectionSlots(1),
      }),
      intervalMs: INTERVAL_MS,
      turns: new Turns(),
      onObservation: observation => seen.push(observation),
    });
    await untilAnswered(0);
  }, 60_000);

  afterEach(async () => {
    await watcher?.stop();
    await fleet?.stop();
    await rm(directory, { recursive: true, force: true });
  }, 60_000);

  it('is followed within an interval after the file came late, without back-off', async () => {
    await rotateOnServer();
    await eventually(10_000, async () => {
      expect(refusals().length).toBeGreaterThanOrEqual(5);
    });
    const times = refusals().map(({ observedAt }) => observedAt);
    const gaps = times.slice(1).map((time, index) => time - times[index]);
    // With back-off they would be two intervals long; the shortest shows the rhythm however busy the machine is.
    expect(Math.min(...gaps.slice(2))).toBeLessThan(1.5 * INTERVAL_MS);

    await rotateInFile();
    const since = Date.now();
    await untilAnswered(since);

    const isLater = ({ observedAt }: Observation) => observedAt > since;
    // The probe that may have been under way while the file was written is the only one that is refused.
    expect(refusals().filter(isLater).length).toBeLessThanOrEqual(1);
  });

  it('is not noticed when the file came first', async () => {
    await rotateInFile();
    await new Promise(resolve => setTimeout(resolve, 3 * INTERVAL_MS));
    expect(refusals()).toEqual([]);

    await rotateOnServer();
    await untilAnswered(Date.now());

    expect(refusals()).toEqual([]);
  });

  function refusals(): Observation[] {
    return seen.filter(
      observation =>
        observation.outcome === 'failed' && observation.failure.kind === 'auth',
    );
  }
});
