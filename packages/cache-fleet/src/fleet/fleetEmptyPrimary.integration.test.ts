import { CacheState } from 'backstage-plugin-dragonfly-common';
import { waitUntil } from '../servers/waitUntil';
import { ManifestFolder } from './__testUtils__/manifestFolder';
import {
  keysOn,
  rolesOf,
  waitForKeys,
  waitUntilFollowing,
  write,
} from './__testUtils__/operating';
import { Watching } from './__testUtils__/Watching';
import { Fleet } from './fleet';
import { FleetCache } from './fleetCache';

jest.setTimeout(120_000);

describe('A primary that comes back empty', () => {
  let fleet: Fleet;
  let folder: ManifestFolder;
  let cache: FleetCache;
  let watching: Watching;
  beforeEach(async () => {
    fleet = await Fleet.create();
    folder = await ManifestFolder.create();
    ({ cache } = await fleet.apply(folder.path));
    watching = new Watching(cache, 'region1');
    await write(cache.node('region1'), 'a');
    await waitForKeys(cache.node('region2'), ['a']);
  });
  afterEach(async () => {
    await fleet.stop();
    await folder.remove();
  });

  const codes = ({ reasons }: CacheState) => reasons.map(({ code }) => code);

  /** Dragonfly: the replica stops following and keeps what it has, so that it can still be promoted. */
  async function expectKeptCopy() {
    await waitUntil('the portal to see it', 30_000, async () =>
      codes(await watching.poll()).includes('REPLICATION_STOPPED'),
    );
    expect(await keysOn(cache.node('region2'))).toEqual(['a']);
  }

  /** Redis and Valkey: the replica copies the emptiness, and two polls after that the portal says so. */
  async function expectWipedCopy() {
    await waitUntilFollowing(cache.node('region2'));
    await waitForKeys(cache.node('region2'), []);
    const seen = [await watching.poll(), await watching.poll()];
    expect(seen.flatMap(codes)).toContain('COPY_WIPED');
  }

  it('costs the copy on servers that always follow, and is seen at once on all', async () => {
    expect(codes(await watching.poll())).not.toContain('COPY_WIPED');
    await cache.node('region1').restart({ empty: true });
    expect(await rolesOf(cache)).toEqual({
      region1: 'primary',
      region2: 'replica',
    });
    await (fleet.server.flavour === 'dragonfly'
      ? expectKeptCopy()
      : expectWipedCopy());
  });

  it('becomes a replica when the other region was promoted meanwhile', async () => {
    await cache.node('region1').kill();
    const promoted = cache.node('region2');
    await promoted.ask(client => client.call('REPLICAOF', 'NO', 'ONE'));
    await write(promoted, 'b');

    await cache.node('region1').restart();

    // Nobody has merged the change of roles: the file of region1 still says "primary".
    expect(await rolesOf(cache)).toEqual({
      region1: 'replica',
      region2: 'primary',
    });
    await waitForKeys(cache.node('region1'), ['a', 'b']);
    expect(await keysOn(promoted)).toEqual(['a', 'b']);
    const state = await watching.poll();
    expect(codes(state)).toContain('ROLE_DRIFT');
    expect(codes(state)).not.toContain('DUAL_PRIMARY');
  });
});
