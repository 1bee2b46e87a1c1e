import { mkdir } from 'node:fs/promises';
import { inProject } from './lib/project.mjs';
import { withSupportedNode } from './lib/toolchain.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { ensureAppBuilt } from './lib/appBuild.mjs';
import {
  cacheServer,
  chromium,
  ensurePostgres,
  ensureProgram,
  promtool,
} from './lib/systemPackages.mjs';
import { runCommand, seconds, stage } from './lib/stages.mjs';
import {
  addCounts,
  countCheck,
  countJest,
  countLauncherTests,
  countPlaywright,
  countPluginBuilds,
} from './lib/tests.mjs';

const INTEGRATION = '\\.integration\\.test\\.tsx?$';

await runCommand(async () => {
  const startedAt = Date.now();
  const { toolchain, exitCode } = await withSupportedNode();
  if (!toolchain) return exitCode;
  const CACHE_SERVER = await ensureProgram(cacheServer);
  const CHROMIUM = await ensureProgram(chromium);
  const PROMTOOL = await ensureProgram(promtool);
  const POSTGRES_BIN = await ensurePostgres();
  await ensureInstalled(toolchain);
  await mkdir(inProject('.test-results'), { recursive: true });

  const stages = [
    // It also writes the declarations that the builds of the plugins need.
    ['type check', () => countCheck(toolchain, 'tsc', [])],
    ['lint', () => countCheck(toolchain, 'backstage-cli', ['repo', 'lint'])],
    ['formatting', () => countCheck(toolchain, 'prettier', ['--check', '.'])],
    ['launcher tests', () => countLauncherTests(toolchain)],
    [
      'unit tests',
      () =>
        countJest(toolchain, 'unit', ['--testPathIgnorePatterns', INTEGRATION]),
    ],
    [
      'integration tests',
      () =>
        countJest(
          toolchain,
          'integration',
          ['--testPathPatterns', INTEGRATION, '--maxWorkers=2'],
          { CACHE_SERVER, PROMTOOL, POSTGRES_BIN },
        ),
    ],
    [
      'browser tests',
      async () => {
        await ensureAppBuilt(toolchain);
        return countPlaywright(toolchain, { CACHE_SERVER, CHROMIUM });
      },
    ],
    ['plugin builds', () => countPluginBuilds(toolchain)],
  ];
  const chosen = process.argv.slice(2);
  const results = [];
  for (const [title, count] of stages) {
    if (chosen.length > 0 && !chosen.some(word => title.includes(word))) {
      continue;
    }
    const stageStartedAt = Date.now();
    const counts = await stage(title, count);
    results.push({ title, counts, duration: Date.now() - stageStartedAt });
  }
  const total = addCounts(results.map(result => result.counts));
  process.stdout.write('\n');
  for (const { title, counts, duration } of results) {
    process.stdout.write(
      `${title.padEnd(18)} ${counts.passed} passed, ${counts.failed} failed (${seconds(duration)})\n`,
    );
  }
  process.stdout.write(
    `total after ${seconds(Date.now() - startedAt)}\n${total.passed} passed, ${total.failed} failed\n`,
  );
  return results.length > 0 && total.failed === 0 ? 0 : 1;
});
