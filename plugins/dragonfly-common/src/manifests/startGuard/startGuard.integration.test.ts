import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PASSWORD, Peer, Region, World } from './__testUtils__/world';

// Processes start and deadlines pass; a machine under load takes its time for both.
jest.setTimeout(60_000);

/** One situation of region1: who is declared, what runs elsewhere, and the one right answer. */
interface Situation {
  title: string;
  /** Region of the primary in region1's role file. */
  declared: Region;
  region2?: Peer;
  region3?: Peer;
  mode?: string;
  says: RegExp;
  /** Region to follow, `none` for a primary, `held` for no decision. */
  follows: Region | 'none' | 'held';
}

const primary: Peer = { is: 'serving' };
const stranger: Peer = { is: 'serving', password: 'another' };

const situations: Situation[] = [
  {
    title: 'a peer is the primary',
    declared: 'region2',
    region2: primary,
    says: /^region1 starts as replica of region2, because region2 answers as primary$/,
    follows: 'region2',
  },
  {
    title: 'a peer is the primary, although this region is declared',
    declared: 'region1',
    region2: primary,
    says: /^region1 starts as replica of region2, because region2 answers as primary$/,
    follows: 'region2',
  },
  {
    title: 'a peer is the primary, although a third region is declared',
    declared: 'region2',
    region2: { is: 'serving', follows: 'region3' },
    region3: primary,
    says: /^region1 starts as replica of region3, because region3 answers as primary$/,
    follows: 'region3',
  },
  {
    title: 'two peers are primaries and one is declared',
    declared: 'region3',
    region2: primary,
    region3: primary,
    says: /^region1 starts as replica of region3, because several regions answer as primary \(region2 region3\) and the role file declares this one$/,
    follows: 'region3',
  },
  {
    title: 'two peers are primaries and neither is declared',
    declared: 'region1',
    region2: primary,
    region3: primary,
    says: /^region1 does not start, because several regions answer as primary \(region2 region3\) and the role file declares none of them; demote all but one\. Asking again\.$/,
    follows: 'held',
  },
  {
    title: 'a peer is a replica of this region',
    declared: 'region1',
    region2: { is: 'serving', follows: 'region1' },
    says: /^region1 starts as primary, because no region answers as primary and region2 is its replica$/,
    follows: 'none',
  },
  {
    title: 'a peer is a replica of this region, although it is declared',
    declared: 'region2',
    region2: { is: 'serving', follows: 'region1' },
    says: /^region1 starts as primary, because no region answers as primary and region2 is its replica$/,
    follows: 'none',
  },
  {
    title: 'the declared primary follows a third region',
    declared: 'region2',
    region2: { is: 'serving', follows: 'region3' },
    says: /^region1 starts as replica of region3, because region2, declared as primary, is a replica of it$/,
    follows: 'region3',
  },
  {
    title: 'another peer follows a third region',
    declared: 'region1',
    region2: { is: 'serving', follows: 'region3' },
    says: /^region1 starts as primary, because the role file says so and no region answers as primary: region2 is a replica of 127\.0\.0\.1:\d+, region3 is silent$/,
    follows: 'none',
  },
  {
    title: 'nobody answers and this region is declared',
    declared: 'region1',
    says: /^region1 starts as primary, because the role file says so and no region answers as primary: region2 is silent, region3 is silent$/,
    follows: 'none',
  },
  {
    title: 'nobody answers and another region is declared',
    declared: 'region2',
    says: /^region1 starts as replica of region2, because the role file says so and no region answers as primary: region2 is silent, region3 is silent$/,
    follows: 'region2',
  },
  {
    title: 'a balancer without a server drops the connection',
    declared: 'region1',
    region2: { is: 'dropping' },
    says: /^region1 starts as primary, because .*: region2 is silent, region3 is silent$/,
    follows: 'none',
  },
  {
    title: 'a peer refuses the password and this region is declared',
    declared: 'region1',
    region2: stranger,
    says: /^region1 does not start, because region2 refuses the password, region3 is silent, so it may be the primary; make it answer, or put "trust-role-file" under the key "mode" of the role ConfigMap if it is not\. Asking again\.$/,
    follows: 'held',
  },
  {
    title: 'the declared primary refuses the password',
    declared: 'region2',
    region2: stranger,
    says: /^region1 starts as replica of region2, because the role file says so and no region answers as primary: region2 refuses the password, region3 is silent$/,
    follows: 'region2',
  },
  {
    title: 'a peer hands over or loads',
    declared: 'region1',
    region2: { is: 'loading' },
    says: /^region1 does not start, because region2 is loading its data or handing over, /,
    follows: 'held',
  },
  {
    title: 'a peer refuses the password and another is the primary',
    declared: 'region1',
    region2: stranger,
    region3: primary,
    says: /^region1 starts as replica of region3, because region3 answers as primary$/,
    follows: 'region3',
  },
  {
    title: 'somebody has broken the glass, although a peer is the primary',
    declared: 'region1',
    region2: primary,
    mode: 'trust-role-file\n',
    says: /^region1 starts as primary, because the mode "trust-role-file" says not to ask the other regions$/,
    follows: 'none',
  },
];

let world: World;
beforeEach(async () => {
  world = await World.create();
});
afterEach(() => world.close());

/** The flag file of region1 that follows a region, or nobody. */
function decisionFor(follows: Situation['follows']): string | undefined {
  if (follows === 'held') return undefined;
  const head = '# %s, decided by the start guard\n';
  return follows === 'none'
    ? `${head.replace('%s', 'primary')}--replica_announce_ip=region1\n`
    : `${head.replace('%s', 'replica')}--replicaof=127.0.0.1:${world.portOf(follows)}\n--replica_announce_ip=region1\n`;
}

describe('the start guard of region1', () => {
  it.each(situations)('decides when $title', async situation => {
    const { declared, region2, region3, mode, says, follows } = situation;
    if (region2) await world.start('region2', region2);
    if (region3) await world.start('region3', region3);
    const guard = world.guard('region1', {
      roleFile: world.roleFile('region1', declared),
      mode,
    });

    expect(await guard.said()).toMatch(says);
    const held = follows === 'held';
    await guard.until('the decision', () => held || guard.started);
    expect(guard.started).toBe(!held);
    expect(guard.decision).toBe(decisionFor(follows));
    expect(guard.output).not.toContain(PASSWORD);
  });

  it('keeps its deadline when a peer accepts and never answers', async () => {
    await world.start('region2', { is: 'hanging' });
    const from = Date.now();
    const guard = world.guard('region1', {
      roleFile: world.roleFile('region1', 'region1'),
      attemptSeconds: 1,
    });
    expect(await guard.said()).toMatch(
      /starts as primary, because .*: region2 is silent/,
    );
    // One second of deadline, and what the last attempt may take; a machine under load takes longer for everything.
    expect(Date.now() - from).toBeLessThan(15_000);
  });

  it('waits for a user who may not ask, too', async () => {
    const peer = await world.serve('region2', undefined);
    peer.ask('ACL', 'SETUSER', 'default', '-info');
    const guard = world.guard('region1', {
      roleFile: world.roleFile('region1', 'region1'),
    });
    expect(await guard.said()).toMatch(
      /^region1 does not start, because region2 does not let the user of this pod ask,/,
    );
  });

  it('decides as soon as the password is right', async () => {
    const peer = await world.serve('region2', undefined, {
      password: 'another',
    });
    const guard = world.guard('region1', {
      roleFile: world.roleFile('region1', 'region1'),
    });
    expect(await guard.said()).toMatch(/^region1 does not start/);
    expect(guard.decision).toBeUndefined();
    peer.ask('CONFIG', 'SET', 'requirepass', PASSWORD);
    await guard.line(/^region1 starts as replica of region2,/);
  });

  it('takes a name that cannot be resolved for silence', async () => {
    const guard = world.guard('region1', {
      nodes: `${world.nodes.split('\n')[0]}\nregion2 no-such-host.invalid 6379\n`,
      roleFile: world.roleFile('region1', 'region1'),
    });
    expect(await guard.said()).toMatch(
      /^region1 starts as primary, .*: region2 is silent$/,
    );
  });

  it.each([
    ['$(touch owned)', 'a command'],
    ['region1;touch owned', 'a second command'],
    ['*', 'a pattern'],
    ['', 'nothing'],
  ])('runs nothing of a role file that names "%s", %s', async name => {
    const guard = world.guard('region1', {
      roleFile: `--replica_announce_ip=${name}\n`,
    });
    expect(await guard.said()).toContain(
      `${name} does not start, because its role file names the region "${name}", which is not among the nodes of the cache`,
    );
    expect(existsSync(join(world.folder, 'guard-region1', 'owned'))).toBe(
      false,
    );
  });
});

describe.each([
  ['both regions start at once', 'region1', 'region2'],
  ['both start after a promotion', 'region2', 'region1'],
] as const)('when %s', (_, first, second) => {
  it(`${first} becomes the primary and ${second} its replica`, async () => {
    const guards = ([first, second] as const).map(region =>
      world.guard(region, { roleFile: world.roleFile(region, first) }),
    );
    expect(await guards[0].said()).toContain(
      `${first} starts as primary, because the role file says so`,
    );
    expect(await guards[1].said()).toContain(
      `${second} starts as replica of ${first}, because the role file says so`,
    );
  });
});
