import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { inProject, projectRoot } from './project.mjs';
import { run } from './processes.mjs';
import { stage } from './stages.mjs';
import { listFiles } from './sources.mjs';

const stampFile = inProject('node_modules', '.install-stamp');

/** Digest of everything that decides what an install brings, the ABI of native modules included. */
async function installStamp() {
  const digest = createHash('sha256').update(process.versions.modules);
  const manifests = await listFiles(projectRoot, {
    folders: ['packages', 'plugins'],
    maximumDepth: 3,
    accept: name => name === 'package.json',
  });
  for (const file of [
    'package.json',
    'yarn.lock',
    '.yarnrc.yml',
    ...manifests,
  ]) {
    digest.update(file).update(await readFile(inProject(file)));
  }
  return digest.digest('hex');
}

/** Installs the dependencies with an immutable lockfile, unless what is installed already matches it. */
export async function ensureInstalled(toolchain) {
  const wanted = await installStamp();
  const installed = await readFile(stampFile, 'utf8').catch(() => '');
  if (installed === wanted) return;
  await stage('installing dependencies (minutes on the first run)', () =>
    run(
      toolchain.node,
      [toolchain.yarn, 'install', '--immutable', '--inline-builds'],
      { cwd: projectRoot, env: toolchain.env, quiet: true },
    ),
  );
  await writeFile(stampFile, wanted);
}
