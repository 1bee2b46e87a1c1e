/**
 * The cache servers of the demo, as a process of its own: starts them, keeps traffic on them, tells the portal where
 * they are and takes new ones from the Create wizard until it is asked to stop.
 */
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startFleetControl } from '../control';
import { Fleet } from '../fleet';
import { startTraffic } from '../traffic';
import { demoCaches } from './demoCaches';
import { readEnvironment } from './readEnvironment';
import { startDemoCache } from './startDemoCache';
import { startRecordedCache } from './startRecordedCache';

function log(line: string) {
  process.stdout.write(`${new Date().toISOString()} ${line}\n`);
}

async function main() {
  const environment = readEnvironment(process.env);
  const fleet = await Fleet.create({
    directory: join(environment.directory, 'servers'),
    log,
  });
  const withTraffic = new Set<string>();
  const control = await startFleetControl(fleet, {
    port: environment.controlPort,
    token: environment.controlToken,
    onApplied: async ({ cache }) => {
      await fleet.writeConfig(environment.configFile);
      if (withTraffic.has(cache.name)) return;
      withTraffic.add(cache.name);
      startTraffic(cache, { writesPerSecond: 20, keys: 500, ttlSeconds: 300 });
    },
  });
  const stop = async () => {
    await control.stop();
    await fleet.stop();
    process.exit();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);

  const caches = await Promise.all(
    demoCaches.map(demo => startDemoCache(fleet, demo)),
  );
  await fleet.writeConfig(environment.configFile);
  if (environment.recording) {
    const { name, configFile } = environment.recording;
    caches.push(await startRecordedCache(name, configFile));
  }
  // The status appears in one step: whoever waits for it never reads a half.
  const unfinished = `${environment.statusFile}.new`;
  await writeFile(unfinished, JSON.stringify({ caches }));
  await rename(unfinished, environment.statusFile);
  log('ready');
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
