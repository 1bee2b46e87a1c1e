import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { inProject, projectRoot } from './project.mjs';
import { run } from './processes.mjs';
import { stage } from './stages.mjs';
import { digestFiles, listFiles } from './sources.mjs';

const stampFile = inProject('packages', 'app', 'dist', '.sources');
const isTest = name => /\.test\.tsx?$/.test(name);

/** Digest of everything that goes into the app's bundle. */
async function appSources() {
  const files = await listFiles(projectRoot, {
    folders: ['packages/app', 'plugins/dragonfly', 'plugins/dragonfly-common'],
    accept: name => !isTest(name),
  });
  return digestFiles(projectRoot, [
    ...files.filter(file => !file.includes('__fixtures__')),
    // The app's configuration decides which extensions are bundled.
    'app-config.yaml',
    'yarn.lock',
  ]);
}

/** Builds the app's bundle when there is none or when its sources have changed since. */
export async function ensureAppBuilt(toolchain) {
  const wanted = await appSources();
  const built = await readFile(stampFile, 'utf8').catch(() => '');
  if (
    built === wanted &&
    existsSync(inProject('packages/app/dist/index.html'))
  ) {
    return;
  }
  await stage('building the app', () =>
    run(
      toolchain.node,
      [inProject('node_modules/.bin/backstage-cli'), 'package', 'build'],
      { cwd: inProject('packages/app'), env: toolchain.env, quiet: true },
    ),
  );
  await writeFile(stampFile, wanted);
}
