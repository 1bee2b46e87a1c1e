import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { waitUntil } from '../servers/waitUntil';
import { ManifestFolder } from './__testUtils__/manifestFolder';
import {
  keysOn,
  moveTo,
  promote,
  roleOf,
  rolesOf,
  waitForKeys,
  waitUntilFollowing,
  write,
} from './__testUtils__/operating';
import { Fleet } from './fleet';
import { FleetCache } from './fleetCache';

jest.setTimeout(120_000);

describe('The start guard of generated manifests', () => {
  let fleet: Fleet;
  let folder: ManifestFolder;
  let cache: FleetCache;
  beforeEach(async () => {
    fleet = await Fleet.create();
    folder = await ManifestFolder.create();
    ({ cache } = await fleet.apply(folder.path));
    await write(cache.node('region1'), 'a');
    await waitForKeys(cache.node('region2'), ['a']);
  });
  afterEach(async () => {
    await fleet.stop();
    await folder.remove();
  });

  /** Both regions come back at once, as after an outage of the whole platform; nothing is left of the data. */
  async function restartBothAtOnce() {
    await Promise.all(cache.nodes.map(node => node.kill()));
    await Promise.all(cache.nodes.map(node => node.restart()));
  }

  async function declarePrimary(region: string) {
    await folder.declarePrimary(region);
    await fleet.apply(folder.path);
  }

  const decisions = async (region: string) =>
    (await cache.node(region).guardLog()).filter(line =>
      / starts as /.test(line),
    );
  const lastDecision = async (region: string) =>
    (await decisions(region)).at(-1);

  /** The guard looks at its server once a second; until it has seen it, the decision is still there. */
  async function waitUntilDecisionIsUsed(region: string) {
    const volumes = join(fleet.directory, cache.name, region, 'volumes');
    await waitUntil(
      'the guard to take its decision back',
      20_000,
      async () =>
        !(await readdir(join(volumes, 'decided-role'))).includes('role.flags'),
    );
  }

  it('takes the declared roles when both regions start at once after a promotion that nobody declared', async () => {
    await moveTo(cache, 'region2', 'region1');
    await restartBothAtOnce();
    // Nobody is left who knows of the promotion, so that the files are the only truth there is.
    expect(await rolesOf(cache)).toEqual({
      region1: 'primary',
      region2: 'replica',
    });
    await waitUntilFollowing(cache.node('region2'));
  });

  it('takes the declared roles when both regions start at once after a declared promotion', async () => {
    await moveTo(cache, 'region2', 'region1');
    await declarePrimary('region2');
    await restartBothAtOnce();
    expect(await rolesOf(cache)).toEqual({
      region1: 'replica',
      region2: 'primary',
    });
    await waitUntilFollowing(cache.node('region1'));
  });

  it('starts the old primary as a replica, also while the promoted region is silent, once the promotion is declared', async () => {
    await cache.node('region1').kill();
    await promote(cache.node('region2'));
    await declarePrimary('region2');
    const link = cache.link('region1', 'region2');
    link.blackHole();
    await cache.node('region1').restart();
    expect(await roleOf(cache.node('region1'))).toBe('replica');
    expect(await lastDecision('region1')).toBe(
      'start-guard: region1 starts as replica of region2, because the role file says so and no region answers as primary: region2 is silent',
    );
    await link.heal();
    await waitForKeys(cache.node('region1'), ['a']);
  });

  it('lets the role file decide while the other region is silent: the declared primary starts', async () => {
    const link = cache.link('region1', 'region2');
    link.blackHole();
    await cache.node('region1').restart({ empty: true });
    expect(await roleOf(cache.node('region1'))).toBe('primary');
    expect(await lastDecision('region1')).toBe(
      'start-guard: region1 starts as primary, because the role file says so and no region answers as primary: region2 is silent',
    );
  });

  /** The promoted region takes the role and ends the old primary: `REPLTAKEOVER`, or what comes closest to it. */
  async function takeOver() {
    const [old, next] = cache.nodes;
    if (fleet.server.flavour === 'dragonfly') {
      await next.ask(client => client.call('REPLTAKEOVER', '5'));
    } else {
      await promote(next);
      await old
        .ask(client => client.call('SHUTDOWN', 'NOSAVE'))
        .catch(() => {});
    }
    await waitUntil('the old primary to end', 10_000, async () => !old.running);
  }

  it('makes a server that a take-over ended come back in its pod as a replica', async () => {
    const [old, next] = cache.nodes;
    await waitUntilDecisionIsUsed('region1');
    await takeOver();
    await write(next, 'b');
    await old.restartInPlace();
    expect(await rolesOf(cache)).toEqual({
      region1: 'replica',
      region2: 'primary',
    });
    await waitForKeys(old, ['a', 'b']);
    expect(await keysOn(next)).toEqual(['a', 'b']);
    expect(await lastDecision('region1')).toBe(
      'start-guard: region1 starts as replica of region2, because region2 answers as primary',
    );
  });

  it('makes every start in place wait for a decision of its own', async () => {
    const old = cache.node('region1');
    await waitUntilDecisionIsUsed('region1');
    const before = await decisions('region1');
    // The guard cannot decide within its deadline of two seconds while the other region is silent.
    cache.link('region1', 'region2').blackHole();
    await old.crash();
    await expect(old.restartInPlace({ deadlineMs: 0 })).rejects.toThrow(
      /The server in region "region1" finds no flag file at .*; a start guard writes it once for each start\./,
    );
    expect(old.running).toBe(false);
    await old.restartInPlace();
    expect(await roleOf(old)).toBe('primary');
    expect((await decisions('region1')).length).toBeGreaterThan(before.length);
  });

  it('does as the role file says without asking when it is told to', async () => {
    await cache.node('region1').kill();
    await promote(cache.node('region2'));
    const path = 'overlays/region1/role-config-map.yaml';
    const [file] = (await folder.files()).filter(each => each.path === path);
    const configMap = parse(file.content);
    configMap.data.mode = 'trust-role-file';
    await folder.write(path, stringify(configMap));
    await fleet.apply(folder.path);
    await cache.node('region1').restart();
    // What the guard keeps from happening, at the wish of who broke the glass.
    expect(await rolesOf(cache)).toEqual({
      region1: 'primary',
      region2: 'primary',
    });
    expect(await lastDecision('region1')).toBe(
      'start-guard: region1 starts as primary, because the mode "trust-role-file" says not to ask the other regions',
    );
  });

  it('waits with a declared primary while the other region does not say its role', async () => {
    await cache.node('region1').kill();
    const peer = cache.node('region2');
    await promote(peer);
    const client = peer.client();
    // An INFO that is refused: the peer lives, and may be the primary.
    await client.call('ACL', 'SETUSER', 'default', '-info');
    const restarting = cache.node('region1').restart();
    await waitUntil('the guard to hold', 20_000, async () =>
      (await cache.node('region1').guardLog()).some(line =>
        line.startsWith('start-guard: region1 does not start, because'),
      ),
    );
    expect(cache.node('region1').running).toBe(false);
    await client.call('ACL', 'SETUSER', 'default', '+info');
    client.disconnect();
    await restarting;
    expect(await rolesOf(cache)).toEqual({
      region1: 'replica',
      region2: 'primary',
    });
  });
});
