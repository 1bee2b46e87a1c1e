import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

// Below the range from which systems take ports for outgoing connections (32768 on Linux), so that a server that
// was stopped finds its port still free when it is started again.
const LOWEST = 15_000;
const HIGHEST = 32_000;
const ATTEMPTS = 50;

// A stopped server's port is free for everybody, and still its own: it is not handed out again.
const handedOut = new Set<number>();
const REMEMBERED = 8_000;

function remember(port: number): void {
  handedOut.add(port);
  if (handedOut.size > REMEMBERED) {
    const [oldest] = handedOut;
    handedOut.delete(oldest);
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** Finds a loopback port nobody listens on. Somebody else can take it before you do: be ready to try again. */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const port = randomInt(LOWEST, HIGHEST);
    if (!handedOut.has(port) && (await isFree(port))) {
      remember(port);
      return port;
    }
  }
  throw new Error(
    `Found no free port between ${LOWEST} and ${HIGHEST} in ${ATTEMPTS} attempts; stop what occupies them.`,
  );
}
