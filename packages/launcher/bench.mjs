import { readdir } from 'node:fs/promises';
import { withSupportedNode } from './lib/toolchain.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { inProject } from './lib/project.mjs';
import {
  cacheServer,
  chromium,
  ensurePostgres,
  ensureProgram,
  redisExporter,
} from './lib/systemPackages.mjs';
import { runCommand, stage, UserError } from './lib/stages.mjs';
import { threadOptions } from './lib/threads.mjs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';

const SUFFIX = '.bench.ts';

async function benchmarkNames() {
  const files = await readdir(inProject('packages/bench/src'));
  return files
    .filter(file => file.endsWith(SUFFIX))
    .map(file => file.slice(0, -SUFFIX.length))
    .sort();
}

async function runBenchmark(toolchain, name, env) {
  const child = spawn(
    toolchain.node,
    [
      '--expose-gc',
      '--require',
      '@backstage/cli/config/nodeTransform.cjs',
      inProject('packages/bench/src', `${name}${SUFFIX}`),
    ],
    { cwd: inProject('packages/bench'), env, stdio: 'inherit' },
  );
  const [code] = await once(child, 'close');
  return code ?? 1;
}

await runCommand(async () => {
  const { toolchain, exitCode } = await withSupportedNode();
  if (!toolchain) return exitCode;
  const names = await benchmarkNames();
  const chosen = process.argv.slice(2);
  const unknown = chosen.filter(name => !names.includes(name));
  if (unknown.length > 0) {
    throw new UserError(
      `Found no benchmark "${unknown.join('", "')}"; there are ${names.join(', ')}. Run all of them with: npm run bench`,
    );
  }
  const wanted = chosen.length > 0 ? chosen : names;
  const environment = {
    CACHE_SERVER: await ensureProgram(cacheServer),
    CHROMIUM: await ensureProgram(chromium),
    POSTGRES_BIN: await ensurePostgres(),
    // What is measured runs as the portal does.
    PORTAL_NODE_OPTIONS: threadOptions().join(' '),
    // Asked for before anything is measured: the comparison comes last, a quarter of an hour later.
    ...(wanted.includes('monitor') && {
      REDIS_EXPORTER: await ensureProgram(redisExporter),
    }),
  };
  await ensureInstalled(toolchain);
  let failures = 0;
  for (const name of wanted) {
    const code = await stage(`benchmark ${name}`, () =>
      runBenchmark(toolchain, name, { ...toolchain.env, ...environment }),
    );
    if (code !== 0) failures += 1;
  }
  return failures > 0 ? 1 : 0;
});
