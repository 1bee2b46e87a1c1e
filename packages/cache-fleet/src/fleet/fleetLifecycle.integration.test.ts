import { withCertificates } from '../apply/__testUtils__/writeManifests';
import { ManifestFolder } from './__testUtils__/manifestFolder';
import {
  follow,
  keysOn,
  moveTo,
  rolesOf,
  waitForKeys,
  waitUntilFollowing,
  write,
} from './__testUtils__/operating';
import { useCasesOfAdr } from './__testUtils__/useCases';
import { Fleet } from './fleet';
import { FleetCache } from './fleetCache';

jest.setTimeout(240_000);

describe('A cache that was started from its generated manifests', () => {
  let fleet: Fleet;
  let folder: ManifestFolder;
  beforeEach(async () => {
    fleet = await Fleet.create();
  });
  afterEach(async () => {
    await fleet.stop();
    await folder.remove();
  });

  /** A new pod of a replica is empty, and its data comes again from the primary. */
  async function restartReplica(cache: FleetCache, region: string) {
    const [primary] = cache.nodes.filter(node => node.region !== region);
    const keys = await keysOn(primary);
    const replica = cache.node(region);
    await replica.restart({ empty: true });
    await waitUntilFollowing(replica);
    await waitForKeys(replica, keys);
    expect((await replica.guardLog()).at(-1)).toBe(
      `start-guard: ${region} starts as replica of ${primary.region}, because ${primary.region} answers as primary`,
    );
  }

  /**
   * A new pod of the only primary is empty: there is no volume, by decision. What becomes of the copy is decided by the
   * server: Dragonfly keeps it (`break_replication_on_master_restart`) and replication stops until somebody re-attaches it;
   * Redis and Valkey have no such flag and copy the emptiness.
   */
  async function restartPrimary(
    cache: FleetCache,
    region: string,
    replicaRegion: string,
  ) {
    const replica = cache.node(replicaRegion);
    const before = await keysOn(replica);
    await cache.node(region).restart({ empty: true });
    expect(await rolesOf(cache)).toEqual({
      [region]: 'primary',
      [replicaRegion]: 'replica',
    });
    expect((await cache.node(region).guardLog()).at(-1)).toBe(
      `start-guard: ${region} starts as primary, because no region answers as primary and ${replicaRegion} is its replica`,
    );
    expect(await keysOn(cache.node(region))).toEqual([]);
    if (fleet.server.flavour === 'dragonfly') {
      expect(await keysOn(replica)).toEqual(before);
      await follow(cache, replicaRegion, region);
    }
    await waitForKeys(replica, []);
  }

  /** Moves the primary, makes that durable in the files, and restarts both sides. */
  async function move(cache: FleetCache, from: string, to: string) {
    const old = cache.node(from);
    const next = cache.node(to);
    const keys = await keysOn(next);
    await moveTo(cache, to, from);
    const written = `after the move to ${to}`;
    await write(next, written);
    // Both had everything, so nothing is lost, and the old primary copies from the new one.
    const expected = [...keys, written].sort();
    await waitForKeys(old, expected);

    await folder.declarePrimary(to);
    const applied = await fleet.apply(folder.path);
    expect(applied).toMatchObject({
      started: [],
      pendingRestart: [from, to].sort(),
    });
    expect(await keysOn(next)).toEqual(expected);

    await restartReplica(cache, from);
    expect(await keysOn(next)).toEqual(expected);
    await restartPrimary(cache, to, from);
    const again = await fleet.apply(folder.path);
    expect(again).toMatchObject({ started: [], pendingRestart: [] });
  }

  const replicated = useCasesOfAdr().filter(
    ({ topology }) => topology === 'replicated',
  );
  it.each([
    ...replicated.map(each => ({ ...each, tls: false })),
    { ...replicated[0], tls: true },
  ])(
    'survives restarts, a promotion and a fail-back: $useCase, TLS $tls',
    async ({ useCase, topology, tls }) => {
      folder = await ManifestFolder.create(
        { useCase, topology },
        tls ? withCertificates : undefined,
      );
      const original = await folder.files();
      const { cache } = await fleet.apply(folder.path);
      expect(cache.topology).toBe('replicated');
      expect(cache.nodes.map(({ authority }) => Boolean(authority))).toEqual([
        tls,
        tls,
      ]);
      expect(await rolesOf(cache)).toEqual({
        region1: 'primary',
        region2: 'replica',
      });
      await write(cache.node('region1'), 'first');
      await waitForKeys(cache.node('region2'), ['first']);
      expect(cache.link('region2').connections).toBeGreaterThan(0);
      await expect(write(cache.node('region2'), 'second')).rejects.toThrow(
        /READONLY/,
      );

      await restartReplica(cache, 'region2');
      await move(cache, 'region1', 'region2');
      await write(cache.node('region2'), 'between');
      await waitForKeys(cache.node('region1'), ['between']);
      await move(cache, 'region2', 'region1');
      expect(await folder.files()).toEqual(original);
    },
  );

  const independent = useCasesOfAdr().filter(
    ({ topology }) => topology === 'independent',
  );
  it.each([
    ...independent.map(each => ({ ...each, flavour: 'kustomize' as const })),
    { ...independent[0], flavour: 'operator' as const },
  ])(
    'keeps its regions apart without replication: $useCase, flavour $flavour',
    async spec => {
      folder = await ManifestFolder.create(spec);
      const { cache } = await fleet.apply(folder.path);
      const [first, second] = cache.nodes;
      await write(first, 'here');
      await write(second, 'there');
      await first.restart({ empty: true });
      expect(await rolesOf(cache)).toEqual({
        region1: 'primary',
        region2: 'primary',
      });
      // Each region has its own data, and a restart costs it that of its own region only.
      expect(await keysOn(first)).toEqual([]);
      expect(await keysOn(second)).toEqual(['there']);
      // Without replication there is no role to decide.
      expect(await first.guardLog()).toEqual([]);
      const again = await fleet.apply(folder.path);
      expect(again).toMatchObject({ started: [], pendingRestart: [] });
    },
  );
});
