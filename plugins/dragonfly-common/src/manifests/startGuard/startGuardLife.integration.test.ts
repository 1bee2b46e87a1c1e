import { World } from './__testUtils__/world';

// Processes start and deadlines pass; a machine under load takes its time for both.
jest.setTimeout(60_000);

let world: World;
beforeEach(async () => {
  world = await World.create();
});
afterEach(() => world.close());

/** Starts the server of a region with the decision that lies ready, as its container would. */
async function startAsDecided(region: 'region1' | 'region2', decision = '') {
  const [, replicaOf] = /^--replicaof=(.*)$/m.exec(decision) ?? [];
  return world.serve(region, replicaOf);
}

describe('the life of the start guard beside its server', () => {
  it('lets a decision be used once, and decides anew when the server is gone', async () => {
    const guard = world.guard('region1', {
      roleFile: world.roleFile('region1', 'region1'),
    });
    await guard.line(/^region1 starts as primary/);
    await guard.until('the decision', () => guard.started);
    const server = await startAsDecided('region1', guard.decision);
    await guard.until('the decision to go', () => !guard.decision);
    expect(guard.started).toBe(true);

    // What REPLTAKEOVER does: the other region has become the primary, and this server ends.
    await world.serve('region2', undefined);
    const said = guard.lines.length;
    await server.stop();
    expect(guard.decision).toBeUndefined();

    await guard.line(/^the server is gone; its next start needs/, said);
    await guard.line(/^region1 starts as replica of region2,/, said);
    await guard.until('the new decision', () => guard.decision !== undefined);
    expect(guard.decision).toContain(
      `--replicaof=127.0.0.1:${world.portOf('region2')}\n`,
    );
    const again = await startAsDecided('region1', guard.decision);
    await guard.until('the new decision to go', () => !guard.decision);
    expect(again.ask('INFO', 'replication')).toContain('role:slave');
  });

  it('decides anew while the server takes too long to start', async () => {
    const guard = world.guard('region1', {
      roleFile: world.roleFile('region1', 'region1'),
    });
    await guard.line(/^region1 starts as primary/);
    await world.serve('region2', undefined);
    await guard.line(/^region1 starts as replica of region2,/);
    await guard.until('the new decision', () =>
      Boolean(guard.decision?.includes('--replicaof=')),
    );
    expect(guard.decision).toContain(
      `--replicaof=127.0.0.1:${world.portOf('region2')}\n`,
    );
  });

  it('takes a decision back when it has to hold', async () => {
    const guard = world.guard('region1', {
      roleFile: world.roleFile('region1', 'region1'),
    });
    await guard.until('the decision', () => guard.decision !== undefined);
    await world.serve('region2', undefined, { password: 'another' });
    await guard.line(/^region1 does not start/);
    expect(guard.decision).toBeUndefined();
  });

  it('decides nothing when it starts beside a server that runs', async () => {
    await world.serve('region1', undefined);
    const guard = world.guard('region1', {
      roleFile: world.roleFile('region1', 'region1'),
    });
    await guard.until('the startup probe to pass', () => guard.started);
    expect(guard.decision).toBeUndefined();
    expect(guard.lines).toEqual([]);
  });

  it('drops what an earlier life of its container has left', async () => {
    const options = { roleFile: world.roleFile('region1', 'region1') };
    const before = world.guard('region1', options);
    await before.until('the decision', () => before.started);
    await before.stop();
    expect(before.decision).toBeDefined();

    await world.serve('region2', undefined, { password: 'another' });
    const after = world.guard('region1', options);
    await after.line(/^region1 does not start/);
    expect(after.decision).toBeUndefined();
    expect(after.started).toBe(false);
  });

  it('leaves a server alone that hangs, and ends when it is told to', async () => {
    const server = await world.serve('region1', undefined);
    const guard = world.guard('region1', {
      roleFile: world.roleFile('region1', 'region1'),
      attemptSeconds: 1,
    });
    await guard.until('the startup probe to pass', () => guard.started);
    server.ask('CLIENT', 'PAUSE', '2500', 'ALL');
    await new Promise(resolve => setTimeout(resolve, 2500));
    expect(guard.lines).toEqual([]);
    expect(await guard.stop()).toBe(0);
  });
});
