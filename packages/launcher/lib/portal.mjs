import { randomBytes } from 'node:crypto';
import { access, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { inProject } from './project.mjs';
import { Service } from './processes.mjs';
import { freePort } from './ports.mjs';
import { UserError } from './stages.mjs';
import { threadOptions } from './threads.mjs';

const READY_TIMEOUT_MS = 180_000;
const POLL_MS = 100;
const ANSWER_TIMEOUT_MS = 5_000;
const LOOPBACK = '127.0.0.1';

/** Runs TypeScript straight from the sources, the way Backstage's own development server does. */
const transform = ['--require', '@backstage/cli/config/nodeTransform.cjs'];

/** Makes the portal's metrics readable for a Prometheus; it must come before the backend. */
const instrumentation = ['--require', './src/instrumentation.ts'];

/** What only this run of the demo knows; app-config.yaml holds the rest. */
function demoConfig({ port, controlPort, token, directory, recording }) {
  const url = `http://localhost:${port}`;
  return {
    app: { baseUrl: url },
    backend: {
      baseUrl: url,
      listen: { port, host: LOOPBACK },
      cors: { origin: url },
      reading: {
        allow: [
          { host: `localhost:${port}`, paths: ['/api/demo-repository/'] },
        ],
      },
    },
    demo: {
      repository: { directory: join(directory, 'repository.git') },
      fleetControl: { port: controlPort, token },
      ...(recording && { recording }),
    },
  };
}

/**
 * Starts the demo's cache servers and the portal, and waits until both are ready.
 *
 * @param {{ toolchain: object, port: number, metricsPort: number, directory: string, cacheServerPath: string }} options
 * @returns {Promise<{ url: string, metricsUrl: string, caches: object[], services: Service[], stop(): Promise<void> }>}
 */
export async function startPortal(options) {
  const { toolchain, port, metricsPort, directory, cacheServerPath } = options;
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  const controlPort = await freePort();
  const recording = process.env.RECORDING;
  const token = randomBytes(24).toString('hex');
  const demoConfigFile = join(directory, 'app-config.demo.yaml');
  const fleetConfigFile = join(directory, 'app-config.fleet.yaml');
  const recordingConfigFile = join(directory, 'app-config.recording.yaml');
  const statusFile = join(directory, 'fleet-status.json');
  // JSON is YAML; the fleet's own file starts empty and is rewritten whenever servers come or go.
  await writeFile(
    demoConfigFile,
    JSON.stringify(
      demoConfig({ port, controlPort, token, directory, recording }),
      null,
      2,
    ),
    { mode: 0o600 },
  );
  for (const file of [fleetConfigFile, recordingConfigFile]) {
    await writeFile(file, '{}\n', { mode: 0o600 });
  }

  const fleet = Service.start(
    'cache servers',
    toolchain.node,
    [...transform, inProject('packages/cache-fleet/src/demo/main.ts')],
    {
      cwd: inProject('packages/cache-fleet'),
      logFile: join(directory, 'cache-servers.log'),
      env: {
        ...toolchain.env,
        CACHE_SERVER: cacheServerPath,
        DEMO_DIRECTORY: directory,
        FLEET_CONFIG_FILE: fleetConfigFile,
        FLEET_STATUS_FILE: statusFile,
        FLEET_CONTROL_PORT: String(controlPort),
        FLEET_CONTROL_TOKEN: token,
        RECORDING_CONFIG_FILE: recordingConfigFile,
      },
    },
  );
  const portal = Service.start(
    'portal',
    toolchain.node,
    [
      ...threadOptions(),
      ...transform,
      ...instrumentation,
      'src/index.ts',
      ...[
        '../../app-config.yaml',
        demoConfigFile,
        fleetConfigFile,
        recordingConfigFile,
      ].flatMap(file => ['--config', file]),
    ],
    {
      cwd: inProject('packages/backend'),
      logFile: join(directory, 'portal.log'),
      env: {
        ...toolchain.env,
        NODE_ENV: 'development',
        OTEL_EXPORTER_PROMETHEUS_HOST: LOOPBACK,
        OTEL_EXPORTER_PROMETHEUS_PORT: String(metricsPort),
      },
    },
  );
  const services = [portal, fleet];
  const stop = async () => {
    await Promise.all(services.map(service => service.stop()));
  };
  const url = `http://localhost:${port}`;
  const metricsUrl = `http://${LOOPBACK}:${metricsPort}/metrics`;
  try {
    await Promise.race([
      Promise.all([
        waitUntilReady(fleet, () => exists(statusFile)),
        waitUntilReady(portal, () => answers(url)),
      ]),
      ...services.map(failWhenEnded),
    ]);
    const caches = JSON.parse(await readFile(statusFile, 'utf8')).caches;
    return { url, metricsUrl, caches, services, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function failWhenEnded(service) {
  const outcome = await service.exited;
  throw new UserError(
    `The ${service.name} ended (${outcome}) before being ready. ${await service.endOfLog()}`,
  );
}

async function waitUntilReady(service, isReady) {
  const deadline = Date.now() + READY_TIMEOUT_MS;
  while (Date.now() < deadline) {
    if (await isReady()) return;
    await delay(POLL_MS);
  }
  throw new UserError(
    `The ${service.name} did not become ready in ${READY_TIMEOUT_MS / 1000} s. ${await service.endOfLog()}`,
  );
}

function exists(file) {
  return access(file).then(
    () => true,
    () => false,
  );
}

function answers(url) {
  return fetch(`${url}/.backstage/health/v1/readiness`, {
    signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
  }).then(
    response => response.ok,
    () => false,
  );
}
