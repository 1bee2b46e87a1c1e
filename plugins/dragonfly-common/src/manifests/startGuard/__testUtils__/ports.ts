import { freePort } from 'cache-fleet';

/** Ports that nobody listens on, and that no outgoing connection takes meanwhile. */
export async function freePorts(count: number): Promise<number[]> {
  const ports: number[] = [];
  while (ports.length < count) ports.push(await freePort());
  return ports;
}
