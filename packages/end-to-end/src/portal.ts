import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { FleetControlClient } from 'cache-fleet';

// Not one of those that the demo's cache servers choose from.
const port = Number(process.env.END_TO_END_PORT ?? 7_107);
const directory = resolve(__dirname, '../../../.test-results/portal');

/** Where the portal under test is. */
export const portal = { port, directory, url: `http://localhost:${port}` };

/** The control server of the portal's cache servers, with which a test breaks them. */
export function fleetControl(): FleetControlClient {
  // The launcher writes JSON, which is YAML, and nobody else edits the file.
  const { demo } = JSON.parse(
    readFileSync(join(directory, 'app-config.demo.yaml'), 'utf8'),
  );
  return FleetControlClient.create({
    url: `http://127.0.0.1:${demo.fleetControl.port}`,
    token: demo.fleetControl.token,
  });
}
