import { JsonObject } from '@backstage/types';
import { Replay, startReplay } from 'cache-fleet';
import { cacheEntity } from '../__testUtils__/cacheEntity';
import { NOTICED_MS, quickMonitor } from '../__testUtils__/quickMonitor';
import { Portal, startPortal } from '../__testUtils__/startPortal';
import { untilVerdict } from '../__testUtils__/untilVerdict';
import { bulk, ScriptedReply } from '../probe/__testUtils__/ScriptedServer';
import { BadServer, scripted } from './__testUtils__/misbehaviour';
import { untilFound } from './__testUtils__/untilFound';

jest.setTimeout(60_000);

/** Moments of the recording `repltakeover_idle`, whose takeover lasts 23 ms: the clock is held at each. */
const BEFORE_MS = 128;
const LOADING_MS = 330;
const EXITED_MS = 900;

const PRIMARY_ID = '23da84e854077a6beb9d5250a8960f5491b75003';
const REPLICA = `# Replication\r\nrole:slave\r\nmaster_host:region1\r\nmaster_port:6379\r\nmaster_link_status:up\r\nmaster_last_io_seconds_ago:0\r\nmaster_sync_in_progress:0\r\nmaster_replid:${PRIMARY_ID}\r\nslave_repl_offset:989\r\n`;
const PRIMARY = `# Replication\r\nrole:master\r\nconnected_slaves:1\r\nslave0:ip=region2,port=6379,state=online,lag=0\r\nmaster_replid:${PRIMARY_ID}\r\n`;

describe('takeovers, which only a Dragonfly does', () => {
  let portal: Portal;
  const endings: (() => Promise<void>)[] = [];

  async function watch(nodes: JsonObject): Promise<void> {
    portal = await startPortal({
      entities: [cacheEntity()],
      dragonfly: { monitor: quickMonitor, caches: { sessions: { nodes } } },
    });
    endings.push(() => portal.stop());
  }

  async function replay(atMs: number): Promise<Replay> {
    const started = await startReplay('repltakeover_idle');
    endings.push(() => started.stop());
    await started.seek(atMs);
    const node = (name: string) => ({
      ...started.node(name).address,
      ...started.node(name).credentials.monitor,
    });
    await watch({ region1: node('primary'), region2: node('replica') });
    return started;
  }

  async function script(
    replies: Record<string, ScriptedReply>,
  ): Promise<BadServer> {
    const server = await scripted(replies);
    endings.push(() => server.close());
    return server;
  }

  afterEach(async () => {
    for (const end of endings.splice(0).reverse()) {
      await end();
    }
  });

  it('a primary that was in service and answers LOADING is being taken over, and gone when it exited', async () => {
    const recorded = await replay(BEFORE_MS);
    await untilVerdict(portal, 'sessions', 'healthy');

    await recorded.seek(LOADING_MS);
    const during = await untilFound(
      portal,
      'sessions',
      { verdict: 'critical', code: 'TAKEOVER_IN_PROGRESS', region: 'region1' },
      NOTICED_MS,
    );
    expect(during.nodes).toMatchObject([
      { failure: { kind: 'loading' } },
      { observedRole: 'primary' },
    ]);
    expect(during.reasons.map(({ code }) => code)).not.toContain('NO_PRIMARY');

    await recorded.seek(EXITED_MS);
    const after = await untilFound(
      portal,
      'sessions',
      { verdict: 'critical', code: 'UNREACHABLE', region: 'region1' },
      NOTICED_MS,
    );
    expect(after.reasons.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['RESTART_UNSAFE', 'ROLE_DRIFT']),
    );
  });

  it('the same LOADING of a primary that nobody saw before may be a start, and is called no more than not observed', async () => {
    await replay(LOADING_MS);

    const state = await untilFound(
      portal,
      'sessions',
      { verdict: 'critical', code: 'NOT_OBSERVED', region: 'region1' },
      NOTICED_MS,
    );
    expect(state.reasons.map(({ code }) => code)).not.toContain(
      'TAKEOVER_IN_PROGRESS',
    );
  });

  it('a replica whose INFO hangs while it answers PING takes over, and is not called dead', async () => {
    const replies: Record<string, ScriptedReply> = {
      'INFO replication': bulk(REPLICA),
    };
    const primary = await script({ 'INFO replication': bulk(PRIMARY) });
    const replica = await script(replies);
    await watch({
      region1: { host: primary.host, port: primary.port },
      region2: { host: replica.host, port: replica.port },
    });
    await untilVerdict(portal, 'sessions', 'healthy');

    replies['INFO replication'] = 'hang';

    const state = await untilFound(
      portal,
      'sessions',
      { verdict: 'degraded', code: 'TAKEOVER_IN_PROGRESS', region: 'region2' },
      NOTICED_MS,
    );
    expect(state.nodes[1].failure).toMatchObject({ answersPing: true });
    expect(state.reasons.map(({ code }) => code)).not.toContain('UNREACHABLE');
  });
});
