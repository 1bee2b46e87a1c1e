import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import { mockServices } from '@backstage/backend-test-utils';
import { regions } from '../../__testUtils__/regions';
import { SettingsStore } from '../../config';
import { InventorySource } from './InventorySource';

const TIMEOUT_MS = 1_000;
/** What the machine may take beyond it. */
const SLACK_MS = 1_000;

const documentOf = (host: string) =>
  JSON.stringify({
    version: 1,
    caches: { sessions: { nodes: { region1: { host } } } },
  });

describe('an inventory source that is read from a server', () => {
  const logger = mockServices.logger.mock();
  let server: Server;
  let port: number;
  let serve: (request: IncomingMessage, response: ServerResponse) => void;
  let source: InventorySource;

  const host = () =>
    source.inventory.caches.get('sessions')?.nodes?.get('region1')?.host;

  /** Answers as a server of files does: with a tag, and with nothing but 304 to who has it. */
  const serveDocument =
    (text: string, tag: string): typeof serve =>
    (request, response) => {
      if (request.headers['if-none-match'] === tag) {
        response.writeHead(304).end();
      } else {
        response.writeHead(200, { etag: tag }).end(text);
      }
    };

  beforeEach(async () => {
    server = createServer((request, response) => serve(request, response));
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const address = server.address();
    port = typeof address === 'object' && address ? address.port : 0;
    const config = mockServices.rootConfig({
      data: {
        backend: { reading: { allow: [{ host: `127.0.0.1:${port}` }] } },
        dragonfly: {
          regions,
          inventory: {
            source: { url: `http://127.0.0.1:${port}/caches.json` },
          },
        },
      },
    });
    source = InventorySource.create({
      settings: SettingsStore.create({ config, logger }),
      urlReader: UrlReaders.default({ config, logger }),
      logger,
      timeoutMs: TIMEOUT_MS,
    });
  });

  afterEach(async () => {
    await source.stop();
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
  });

  it('is followed, and not sent again while it does not change', async () => {
    const statuses: number[] = [];
    const answering =
      (document: typeof serve): typeof serve =>
      (request, response) => {
        document(request, response);
        statuses.push(response.statusCode);
      };
    serve = answering(serveDocument(documentOf('a'), '"one"'));
    await source.refresh();
    await source.refresh();
    expect(host()).toBe('a');

    serve = answering(serveDocument(documentOf('b'), '"two"'));
    await source.refresh();

    expect(host()).toBe('b');
    expect(statuses).toEqual([200, 304, 200]);
  });

  it.each([
    ['says nothing', () => {}],
    [
      'stops in the middle of the document',
      (_: IncomingMessage, response: ServerResponse) => {
        response.writeHead(200).write(documentOf('b').slice(0, 20));
      },
    ],
    [
      'closes the connection',
      (request: IncomingMessage) => request.socket.destroy(),
    ],
    [
      'has lost the document',
      (_: IncomingMessage, response: ServerResponse) => {
        response.writeHead(404).end();
      },
    ],
    [
      'fails',
      (_: IncomingMessage, response: ServerResponse) => {
        response.writeHead(500).end();
      },
    ],
  ])('stays in force when the server %s', async (_, fail) => {
    serve = serveDocument(documentOf('a'), '"one"');
    await source.refresh();

    serve = fail;
    const startedAt = performance.now();
    await source.refresh();

    expect(performance.now() - startedAt).toBeLessThan(TIMEOUT_MS + SLACK_MS);
    expect(host()).toBe('a');
    expect(source.state?.problem).toContain('could not be read');

    serve = serveDocument(documentOf('b'), '"two"');
    await source.refresh();
    expect(host()).toBe('b');
    expect(source.state?.problem).toBeUndefined();
  });
});
