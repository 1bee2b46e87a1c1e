import { randomInt } from 'node:crypto';
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

// Neither the demo's cache servers (from 15000) nor outgoing connections (from 32768 on Linux) take ports from here, so that
// one that is free now is free when its server starts.
const LOWEST = 10_000;
const HIGHEST = 15_000;
const ATTEMPTS = 50;

/** A loopback port that was free a moment ago. */
export async function freePort() {
  for (let attempt = 1; ; attempt++) {
    try {
      return await listenOnce(randomInt(LOWEST, HIGHEST));
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || attempt === ATTEMPTS) throw error;
    }
  }
}

/** Where Prometheus expects metrics of OpenTelemetry. */
const USUAL_METRICS_PORT = 9464;

/** Reads the portal's port from `PORT` and makes sure that nothing listens there. */
export async function portalPort() {
  return chosenPort('PORT', process.env.PORT ?? '7007');
}

/** Reads the port of the metrics from `METRICS_PORT`; without it, the usual one or, when that is in use, a free one. */
export async function metricsPort() {
  const text = process.env.METRICS_PORT;
  return text === undefined
    ? listenOnce(USUAL_METRICS_PORT).catch(freePort)
    : chosenPort('METRICS_PORT', text);
}

async function chosenPort(variable, text) {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1024 || port > 65535) {
    throw new UserError(
      `${variable} is "${text}"; expected a whole number from 1024 to 65535.`,
    );
  }
  try {
    return await listenOnce(port);
  } catch (error) {
    if (error.code !== 'EADDRINUSE') throw error;
    throw new UserError(
      `Port ${port} is in use. Stop what listens there, or choose another one: ${variable}=${port + 1} npm start`,
    );
  }
}
