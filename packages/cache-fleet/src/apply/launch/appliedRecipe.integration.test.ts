import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CacheSpec } from 'backstage-plugin-dragonfly-common';
import { Flavour } from '../../servers/types';
import {
  withSecretStores,
  writeManifests,
} from '../__testUtils__/writeManifests';
import { parseArguments } from '../flags';
import { readManifests } from '../read/readManifests';
import { completeSecrets } from '../secrets/completeSecrets';
import { AppliedNode } from './appliedNode';
import { appliedRecipe } from './appliedRecipe';
import { untranslatedOf } from './untranslated';

// Each test renders manifests with the real kustomize.
jest.setTimeout(60_000);

describe('appliedRecipe', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'recipe-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** The replica of generated manifests, on a server of some flavour. */
  async function nodeOf(
    flavour: Flavour,
    change: Partial<CacheSpec> = {},
  ): Promise<AppliedNode> {
    const manifests = join(folder, JSON.stringify(change).replace(/\W/g, ''));
    await writeManifests(manifests, change, withSecretStores);
    const { regions } = await readManifests(manifests);
    let made = 0;
    return {
      server: { path: `/opt/${flavour}`, flavour, version: '8.0.0' },
      directory: join(folder, 'node'),
      manifests: regions[1],
      secrets: completeSecrets(regions, {
        given: {},
        known: {},
        newPassword: () => `made-up-${(made += 1)}`,
      }),
      network: {
        peers: new Map([['region1', { host: '127.0.0.1', port: 7100 }]]),
        self: { host: '127.0.0.1', port: 7200 },
      },
      source: 'region1',
      guardDeadlineSeconds: 2,
    };
  }

  /** Prepares a start with what the guard has decided, when there is one. */
  async function prepare(node: AppliedNode, decided?: string) {
    const recipe = appliedRecipe(node);
    await recipe.pod?.bringVolumes({ empty: true });
    if (decided) {
      await writeFile(
        join(node.directory, 'volumes/decided-role/role.flags'),
        decided,
      );
    }
    return recipe.prepare(7000);
  }

  const DECIDED =
    '# replica, decided by the start guard\n--replicaof=127.0.0.1:7100\n--replica_announce_ip=region2\n';

  async function configuration(node: AppliedNode, decided?: string) {
    const [file] = (await prepare(node, decided)).arguments;
    return (await readFile(file, 'utf8')).trimEnd().split('\n');
  }

  it('passes Dragonfly every argument of the manifests, with the decided role in place of its file', async () => {
    const node = await nodeOf('dragonfly');
    const launch = await prepare(node, DECIDED);
    const volumes = join(node.directory, 'volumes');
    const inForce = (words: string[]) =>
      new Map(parseArguments(words).map(({ name, value }) => [name, value]));
    const expected = inForce(node.manifests.workload.arguments);
    expected.delete('flagfile');
    const local = {
      replicaof: '127.0.0.1:7100',
      replica_announce_ip: 'region2',
      port: '7000',
      admin_port: expect.stringMatching(/^\d+$/),
      bind: '127.0.0.1',
      admin_bind: '127.0.0.1',
      dir: node.directory,
      aclfile: `${volumes}/acl/users.acl`,
    };
    expect(Object.fromEntries(inForce(launch.arguments))).toEqual({
      ...Object.fromEntries(expected),
      ...local,
    });
    expect(launch.environment).toEqual({
      DFLY_requirepass: 'made-up-1',
      DFLY_masterauth: 'made-up-1',
    });
  });

  it.each<Flavour>(['redis', 'valkey'])(
    'says to %s what each argument means there, or that it means nothing',
    async flavour => {
      const node = await nodeOf(flavour);
      const lines = await configuration(node, DECIDED);
      const reported = untranslatedOf(node).map(({ argument }) => argument);
      const table: Record<string, string> = {
        replicaof: 'replicaof 127.0.0.1 7100',
        replica_announce_ip: 'replica-announce-ip region2',
        port: 'port 7000',
        dir: `dir ${node.directory}`,
        dbfilename: 'save ""',
        maxmemory: 'maxmemory 2147483648',
        cache_mode: 'maxmemory-policy allkeys-lru',
        requirepass: 'requirepass made-up-1',
        masterauth: 'masterauth made-up-1',
        replication_timeout: 'repl-timeout 10',
        aclfile: expect.stringMatching(/^user monitoring reset ON #\w{64} /),
      };
      expect(lines).toEqual(expect.arrayContaining(Object.values(table)));
      const written = parseArguments(node.manifests.workload.arguments);
      const without = written.filter(
        ({ name }) => name !== 'flagfile' && !(name in table),
      );
      expect(without.length).toBeGreaterThan(0);
      expect(reported).toEqual(
        expect.arrayContaining(without.map(({ text }) => text)),
      );
    },
  );

  it('says the same to Valkey as to Redis', async () => {
    expect(await configuration(await nodeOf('valkey'), DECIDED)).toEqual(
      await configuration(await nodeOf('redis'), DECIDED),
    );
  });

  it('starts the same server from a resource of the operator as from a StatefulSet', async () => {
    const limits = { name: 'limits', useCase: 'rate-limiting' };
    const plain = await configuration(await nodeOf('redis', limits));
    const operator = await configuration(
      await nodeOf('redis', { ...limits, flavour: 'operator' }),
    );
    expect([...new Set(operator)].sort()).toEqual([...new Set(plain)].sort());
    expect(plain).toContain('maxmemory-policy noeviction');
  });

  it('refuses to start without a decision', async () => {
    await expect(prepare(await nodeOf('redis'))).rejects.toThrow(
      /^The server in region "region2" finds no flag file at /,
    );
  });
});
