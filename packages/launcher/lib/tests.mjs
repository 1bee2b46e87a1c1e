import { readdir, readFile, rm } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { inProject, projectRoot } from './project.mjs';

/**
 * @typedef {{ passed: number, failed: number }} Counts
 */

/** Adds up the counts of all stages. */
export function addCounts(counts) {
  return counts.reduce(
    (sum, { passed, failed }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
    }),
    { passed: 0, failed: 0 },
  );
}

async function exitCodeOf(program, args, options) {
  const child = spawn(program, args, { stdio: 'inherit', ...options });
  const [code] = await once(child, 'close');
  return code ?? 1;
}

/** Runs a program that is one check: it passes or it fails. */
export async function countCheck(toolchain, script, args, options = {}) {
  const code = await exitCodeOf(
    toolchain.node,
    [inProject('node_modules/.bin', script), ...args],
    { cwd: projectRoot, env: toolchain.env, ...options },
  );
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * Reads jest's JSON report. Suites that could not be loaded count as failed tests, and a report without any test is a
 * failure: a stage that ran nothing proves nothing.
 */
export function countJestReport(report) {
  const failed =
    report.numFailedTests + (report.numRuntimeErrorTestSuites ?? 0);
  const passed = report.numPassedTests;
  return passed + failed === 0
    ? { passed: 0, failed: 1 }
    : { passed, failed: failed + (report.success || failed > 0 ? 0 : 1) };
}

/** Runs jest over the workspaces; `jestArgs` choose the files. */
export async function countJest(toolchain, name, jestArgs, env = {}) {
  const reportFile = join(projectRoot, '.test-results', `${name}.json`);
  await rm(reportFile, { force: true });
  await exitCodeOf(
    toolchain.node,
    [
      inProject('node_modules/.bin/backstage-cli'),
      'repo',
      'test',
      '--ci',
      '--silent',
      '--json',
      `--outputFile=${reportFile}`,
      ...jestArgs,
    ],
    {
      cwd: projectRoot,
      env: { ...toolchain.env, CI: 'true', ...env },
      // The report goes to the file; on standard output jest would print it once more.
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  return countReportFile(reportFile, countJestReport);
}

/** Reads Playwright's JSON report; a test that only passed when repeated has failed. */
export function countPlaywrightReport(report) {
  const { expected, unexpected, flaky } = report.stats;
  const failed = unexpected + flaky + report.errors.length;
  return expected + failed === 0
    ? { passed: 0, failed: 1 }
    : { passed: expected, failed };
}

/** Runs the browser tests. */
export async function countPlaywright(toolchain, env) {
  const reportFile = join(projectRoot, '.test-results', 'browser.json');
  await rm(reportFile, { force: true });
  await exitCodeOf(
    toolchain.node,
    [inProject('node_modules/.bin/playwright'), 'test'],
    {
      cwd: inProject('packages/end-to-end'),
      env: {
        ...toolchain.env,
        ...env,
        PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile,
      },
    },
  );
  return countReportFile(reportFile, countPlaywrightReport);
}

/** Builds each plugin as it is published; needs the declarations that the type check writes. */
export async function countPluginBuilds(toolchain) {
  const counts = [];
  for (const plugin of await readdir(inProject('plugins'))) {
    counts.push(
      await countCheck(toolchain, 'backstage-cli', ['package', 'build'], {
        cwd: inProject('plugins', plugin),
      }),
    );
  }
  return addCounts(counts);
}

/** Runs the launcher's own tests, which need nothing installed. */
export async function countLauncherTests(toolchain) {
  const child = spawn(
    toolchain.node,
    ['--test', '--test-reporter=tap', 'packages/launcher/lib/*.test.mjs'],
    {
      cwd: projectRoot,
      env: toolchain.env,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let output = '';
  child.stdout.on('data', chunk => {
    output += chunk;
  });
  await once(child, 'close');
  const count = word =>
    Number(output.match(new RegExp(`^# ${word} (\\d+)`, 'm'))?.[1]);
  const counts = { passed: count('pass'), failed: count('fail') };
  if (counts.failed > 0) process.stdout.write(output);
  return Number.isNaN(counts.passed + counts.failed) ||
    counts.passed + counts.failed === 0
    ? { passed: 0, failed: 1 }
    : counts;
}

async function countReportFile(file, count) {
  try {
    return count(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    process.stderr.write(`Found no report in ${file}: ${error.message}\n`);
    return { passed: 0, failed: 1 };
  }
}
