import { createServer } from 'node:http';
import { once } from 'node:events';
import {
  createServiceFactory,
  UrlReaderService,
  coreServices,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  ServiceFactoryTester,
} from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';

/** The portal's own reader of addresses, with the given app-config. */
export async function urlReader(config: JsonObject): Promise<UrlReaderService> {
  return ServiceFactoryTester.from(mockServices.urlReader.factory(), {
    dependencies: [
      mockServices.rootConfig.factory({ data: config }),
      createServiceFactory({
        service: coreServices.logger,
        deps: {},
        factory: () => mockServices.logger.mock(),
      }),
    ],
  }).getSubject();
}

/** Serves texts by path on 127.0.0.1. */
export async function startFileServer(files: Record<string, string>) {
  const server = createServer((request, response) => {
    const content = files[request.url ?? ''];
    response.writeHead(content === undefined ? 404 : 200);
    response.end(content);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  return {
    host: `127.0.0.1:${port}`,
    async stop(): Promise<void> {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
