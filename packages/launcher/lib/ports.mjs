import { createServer } from 'node:net';
import { once } from 'node:events';
import { UserError } from './stages.mjs';

async function listenOnce(port) {
  const server = createServer();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const { port: bound } = server.address();
  server.close();
  await once(server, 'close');
  return bound;
}

/** A loopback port that was free a moment ago. */
export async function freePort() {
  return listenOnce(0);
}

/** Reads the portal's port from `PORT` and makes sure that nothing listens there. */
export async function portalPort() {
  const text = process.env.PORT ?? '7007';
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1024 || port > 65535) {
    throw new UserError(
      `PORT is "${text}"; expected a whole number from 1024 to 65535.`,
    );
  }
  try {
    return await listenOnce(port);
  } catch (error) {
    if (error.code !== 'EADDRINUSE') throw error;
    throw new UserError(
      `Port ${port} is in use. Stop what listens there, or choose another one: PORT=${port + 1} npm start`,
    );
  }
}
