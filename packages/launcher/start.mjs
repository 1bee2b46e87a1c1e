import { once } from 'node:events';
import { resolve } from 'node:path';
import { withSupportedNode } from './lib/toolchain.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { ensureAppBuilt } from './lib/appBuild.mjs';
import { cacheServer, ensureProgram } from './lib/systemPackages.mjs';
import { metricsPort, portalPort } from './lib/ports.mjs';
import { inProject } from './lib/project.mjs';
import { startPortal } from './lib/portal.mjs';
import { runCommand, seconds, stage } from './lib/stages.mjs';

function describe(portal, startedAt) {
  const lines = portal.caches.map(
    cache =>
      `  ${cache.name.padEnd(16)} ${cache.topology}, ${cache.regions.join(' and ')}${cache.note ? `; ${cache.note}` : ''}`,
  );
  return [
    '',
    `Ready after ${seconds(Date.now() - startedAt)}: ${portal.url}`,
    `Metrics for Prometheus: ${portal.metricsUrl}`,
    '',
    `Cache servers (${portal.caches[0].server}), with demo traffic:`,
    ...lines,
    '',
    'Logs:',
    ...portal.services.map(service => `  ${service.logFile}`),
    'Press Ctrl-C to stop everything.',
    '',
  ].join('\n');
}

await runCommand(async () => {
  const startedAt = Date.now();
  const { toolchain, exitCode } = await withSupportedNode();
  if (!toolchain) return exitCode;

  const interrupted = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => interrupted.abort());
  }
  const port = await portalPort();
  const portOfMetrics = await metricsPort();
  const cacheServerPath = await ensureProgram(cacheServer);
  await ensureInstalled(toolchain);
  await ensureAppBuilt(toolchain);
  if (interrupted.signal.aborted) return 130;

  const portal = await stage('starting cache servers and portal', () =>
    startPortal({
      toolchain,
      port,
      metricsPort: portOfMetrics,
      cacheServerPath,
      directory: resolve(process.env.DEMO_DIRECTORY ?? inProject('.demo')),
    }),
  );
  process.stdout.write(describe(portal, startedAt));
  const ended = portal.services.map(service =>
    service.exited.then(outcome => ({ service, outcome })),
  );
  const stopRequested = interrupted.signal.aborted
    ? Promise.resolve()
    : once(interrupted.signal, 'abort');
  const failure = await Promise.race([stopRequested.then(() => {}), ...ended]);
  process.stdout.write('\nStopping ...\n');
  await portal.stop();
  if (failure) {
    process.stderr.write(
      `The ${failure.service.name} ended (${failure.outcome}); see ${failure.service.logFile}\n`,
    );
    return 1;
  }
  process.stdout.write('Stopped.\n');
  return 0;
});
