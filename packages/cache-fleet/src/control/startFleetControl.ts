import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, ServerResponse } from 'node:http';
import { isError } from '@backstage/errors';
import { ApplyResult, Fleet } from '../fleet';
import { answerRequest, ControlContext } from './answerRequest';

/** Options of {@link startFleetControl}. @public */
export interface FleetControlOptions {
  /** A free one when absent. */
  port?: number;
  /** What clients must present; random when absent. */
  token?: string;
  /** Called after manifests were applied and before the client hears of it: the place to rewrite the config file. */
  onApplied?: (result: ApplyResult) => Promise<void>;
}

/** A running control server. @public */
export interface FleetControl {
  /** Such as `http://127.0.0.1:34567`. */
  url: string;
  token: string;
  stop(): Promise<void>;
}

const HOST = '127.0.0.1';

const STATUS: Record<string, number> = {
  InputError: 400,
  AuthenticationError: 401,
  NotFoundError: 404,
  ConflictError: 409,
};

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

function sendError(response: ServerResponse, error: unknown): void {
  const { name, message } = isError(error) ? error : new Error(String(error));
  send(response, STATUS[name] ?? 500, { error: { name, message } });
}

/**
 * Lets other processes of this machine see the fleet and break it: the demo's scripts and the browser tests. Listens
 * on the loopback address only, and for those who have the token only.
 *
 * @public
 */
export async function startFleetControl(
  fleet: Fleet,
  options: FleetControlOptions = {},
): Promise<FleetControl> {
  const context: ControlContext = {
    fleet,
    token: options.token ?? randomBytes(32).toString('base64url'),
    onApplied: options.onApplied ?? (async () => {}),
  };
  const server = createServer((request, response) => {
    answerRequest(request, context).then(
      body => send(response, 200, body),
      error => sendError(response, error),
    );
  });
  server.listen(options.port ?? 0, HOST);
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    url: `http://${HOST}:${port}`,
    token: context.token,
    stop: async () => {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}
