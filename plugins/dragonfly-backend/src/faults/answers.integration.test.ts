import { Socket } from 'node:net';
import { Entity } from '@backstage/catalog-model';
import { cacheEntity } from '../__testUtils__/cacheEntity';
import { eventually } from '../__testUtils__/eventually';
import {
  INTERVAL_MS,
  NOTICED_MS,
  quickMonitor,
  TIMEOUT_MS,
} from '../__testUtils__/quickMonitor';
import { Portal, startPortal } from '../__testUtils__/startPortal';
import { bulk } from '../probe/__testUtils__/ScriptedServer';
import {
  BadServer,
  drip,
  raw,
  refusing,
  scripted,
  unresolvable,
} from './__testUtils__/misbehaviour';

jest.setTimeout(60_000);

const PASSWORD = 'geheim-und-lang';
const MEBIBYTE = 1024 * 1024;

/** The first probe comes within an interval of the start. */
const STARTED_MS = INTERVAL_MS;

const reset = (socket: Socket) => socket.resetAndDestroy();
const hangUp = (socket: Socket) => socket.end();
const sayNothing = () => {};
const sayGarbage = (socket: Socket) =>
  socket.on('data', () =>
    socket.write(Buffer.from('00ff17deadbeef0d0a', 'hex')),
  );
const greet = (socket: Socket) =>
  socket.write('220 mail.example.com ESMTP\r\n');
const stay = (socket: Socket) =>
  socket.on('data', () => socket.write('SSH-2.0-OpenSSH_9.6\r\n'));
const talkHttp = (socket: Socket) =>
  socket.on('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));

/** Its servers have nothing to do with each other, so that one of them is not judged by what the other says. */
function independentCache(): Entity {
  const entity = cacheEntity({ annotations: { topology: 'independent' } });
  const { 'dragonflydb.io/primary-region': _, ...annotations } =
    entity.metadata.annotations ?? {};
  return { ...entity, metadata: { ...entity.metadata, annotations } };
}

describe('what a server that is no healthy cache makes of the verdict', () => {
  let bad: BadServer;
  let good: BadServer;
  let portal: Portal | undefined;

  async function watch(start: () => Promise<BadServer>): Promise<void> {
    [bad, good] = [await start(), await scripted({})];
    const login = { username: 'portal', password: PASSWORD };
    portal = await startPortal({
      entities: [independentCache()],
      dragonfly: {
        monitor: quickMonitor,
        caches: {
          sessions: {
            nodes: {
              region1: { host: bad.host, port: bad.port, ...login },
              region2: { host: good.host, port: good.port, ...login },
            },
          },
        },
      },
    });
  }

  afterEach(async () => {
    await portal?.stop();
    portal = undefined;
    await Promise.all([bad?.close(), good?.close()]);
  });

  const server = (replies: Parameters<typeof scripted>[0]) => () =>
    scripted(replies);
  const socket = (serve: Parameters<typeof raw>[0]) => () => raw(serve);

  it.each`
    situation                                     | start                                                                              | kind            | says                                                  | verdict       | code
    ${'a port where nothing listens'}             | ${refusing}                                                                        | ${'refused'}    | ${'connection refused'}                               | ${'critical'} | ${'UNREACHABLE'}
    ${'a connection that is reset'}               | ${socket(reset)}                                                                   | ${'reset'}      | ${expect.stringMatching(/^connection (reset|lost)$/)} | ${'critical'} | ${'UNREACHABLE'}
    ${'a connection that is ended'}               | ${socket(hangUp)}                                                                  | ${'reset'}      | ${expect.stringMatching(/^connection (reset|lost)$/)} | ${'critical'} | ${'UNREACHABLE'}
    ${'a host name that does not exist'}          | ${unresolvable}                                                                    | ${'dns'}        | ${'host name not found'}                              | ${'critical'} | ${'UNREACHABLE'}
    ${'a server that accepts and says nothing'}   | ${socket(sayNothing)}                                                              | ${'timeout'}    | ${'no answer in time'}                                | ${'critical'} | ${'UNREACHABLE'}
    ${'one that logs in and then says nothing'}   | ${server({ 'INFO replication': 'hang', PING: 'hang' })}                            | ${'timeout'}    | ${'no answer in time'}                                | ${'critical'} | ${'UNREACHABLE'}
    ${'one that answers one byte a second'}       | ${socket(drip)}                                                                    | ${'timeout'}    | ${'no answer in time'}                                | ${'critical'} | ${'UNREACHABLE'}
    ${'one that answers PING but not INFO'}       | ${server({ 'INFO replication': 'hang' })}                                          | ${'timeout'}    | ${'no answer in time'}                                | ${'unknown'}  | ${'NOT_OBSERVED'}
    ${'a wrong password'}                         | ${server({ AUTH: '-WRONGPASS invalid username-password pair or user\r\n' })}       | ${'auth'}       | ${'credentials refused'}                              | ${'unknown'}  | ${'AUTH_FAILED'}
    ${'a user that may not look'}                 | ${server({ 'INFO replication': '-NOPERM portal has no ACL permissions\r\n' })}     | ${'permission'} | ${'the user may not run the command'}                 | ${'unknown'}  | ${'AUTH_FAILED'}
    ${'a server that loads its data from before'} | ${server({ 'INFO replication': '-LOADING Dragonfly is loading the dataset\r\n' })} | ${'loading'}    | ${'loading its data set'}                             | ${'unknown'}  | ${'NOT_OBSERVED'}
    ${'bytes that mean nothing'}                  | ${socket(sayGarbage)}                                                              | ${'protocol'}   | ${'not an answer of a cache'}                         | ${'unknown'}  | ${'NOT_OBSERVED'}
    ${'a mail server, which speaks first'}        | ${socket(greet)}                                                                   | ${'protocol'}   | ${'not an answer of a cache'}                         | ${'unknown'}  | ${'NOT_OBSERVED'}
    ${'a server of SSH, which stays connected'}   | ${socket(stay)}                                                                    | ${'protocol'}   | ${'not an answer of a cache'}                         | ${'unknown'}  | ${'NOT_OBSERVED'}
    ${'a web server'}                             | ${socket(talkHttp)}                                                                | ${'protocol'}   | ${'not an answer of a cache'}                         | ${'unknown'}  | ${'NOT_OBSERVED'}
    ${'an answer of more than 1 MiB'}             | ${server({ 'INFO replication': bulk('x'.repeat(3 * MEBIBYTE)) })}                  | ${'protocol'}   | ${'a reply larger than 1 MiB'}                        | ${'unknown'}  | ${'NOT_OBSERVED'}
  `(
    '$situation is $verdict by $code ($kind), and the other region stays fresh',
    async ({ start, kind, says, verdict, code }) => {
      await watch(start);

      const state = await eventually(STARTED_MS + NOTICED_MS, async () => {
        const current = await portal?.stateOf('sessions');
        expect(current).toMatchObject({
          verdict,
          reasons: [{ code, region: 'region1' }],
          nodes: [
            { failure: { kind, message: says } },
            { probe: { kind: 'fresh' }, observedRole: 'primary' },
          ],
        });
        return current;
      });

      expect(state?.nodes[1]).not.toHaveProperty('failure');
      const told = JSON.stringify([state?.reasons, state?.nodes]);
      for (const secret of [PASSWORD, bad.host, String(bad.port)]) {
        expect(told).not.toContain(secret);
      }

      // However often it is tried again, no connection is left over.
      await new Promise(resolve =>
        setTimeout(resolve, 2 * (INTERVAL_MS + TIMEOUT_MS)),
      );
      expect(bad.openConnections()).toBeLessThanOrEqual(1);
    },
  );
});
