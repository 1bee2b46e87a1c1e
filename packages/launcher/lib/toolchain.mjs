import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { constants } from 'node:os';
import { inProject } from './project.mjs';
import { run } from './processes.mjs';
import { stage, UserError } from './stages.mjs';
import { isSupportedNode } from './nodeVersion.mjs';

const NODE_VERSION = '22.23.3';
const YARN_VERSION = '4.13.0';
const folder = inProject('.toolchain');

/** Folder of a package inside the toolchain. */
function packageFolder(name) {
  return join(folder, 'node_modules', name);
}

function hasPackage(name, version) {
  try {
    const manifest = join(packageFolder(name), 'package.json');
    return JSON.parse(readFileSync(manifest, 'utf8')).version === version;
  } catch {
    return false;
  }
}

async function bringPackages(packages) {
  const missing = packages.filter(
    ({ name, version }) => !hasPackage(name, version),
  );
  if (missing.length === 0) return;
  const names = packages.map(({ name, version }) => `${name}@${version}`);
  await stage(`bringing ${names.join(' and ')}`, async () => {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
    await run(
      'npm',
      ['install', '--no-save', '--no-audit', '--no-fund', ...names],
      { cwd: folder, quiet: true },
    );
  });
}

/** Prefix of a Node installation that carries the C++ headers of exactly this version, if it does. */
function headersPrefix(executable, version) {
  const prefix = join(dirname(executable), '..');
  try {
    const header = readFileSync(
      join(prefix, 'include', 'node', 'node_version.h'),
      'utf8',
    );
    const part = name =>
      header.match(new RegExp(`#define NODE_${name}_VERSION (\\d+)`))?.[1];
    const found = ['MAJOR', 'MINOR', 'PATCH'].map(part).join('.');
    return found === version.replace(/^v/, '') ? prefix : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Makes sure that Node and yarn are what the project needs, bringing them from the npm registry into `.toolchain` when
 * they are not. Native modules are compiled against the headers of the Node that runs, so a Node without its headers
 * beside it counts as one that is missing.
 *
 * @returns {Promise<{ node: string, yarn: string, env: NodeJS.ProcessEnv }>}
 */
export async function ensureToolchain() {
  const yarnPackage = { name: '@yarnpkg/cli-dist', version: YARN_VERSION };
  let node = process.execPath;
  let prefix = isSupportedNode(process.version)
    ? headersPrefix(node, process.version)
    : undefined;
  if (prefix) {
    await bringPackages([yarnPackage]);
  } else {
    const nodePackage = {
      name: `node-${process.platform}-${process.arch}`,
      version: NODE_VERSION,
    };
    await bringPackages([nodePackage, yarnPackage]);
    prefix = packageFolder(nodePackage.name);
    node = join(prefix, 'bin', 'node');
    if (!existsSync(node)) {
      throw new UserError(
        `Found Node ${process.version}, and no package of Node ${NODE_VERSION} for ${process.platform}-${process.arch}; install Node 22 with its headers.`,
      );
    }
  }
  return {
    node,
    yarn: join(packageFolder('@yarnpkg/cli-dist'), 'bin', 'yarn.js'),
    env: {
      ...process.env,
      PATH: [dirname(node), process.env.PATH].join(delimiter),
      npm_config_nodedir: prefix,
    },
  };
}

/**
 * Runs the current script again under the project's Node when this one is not supported.
 *
 * @returns {Promise<{ toolchain: object } | { exitCode: number }>} the toolchain, or the exit code of the second run
 */
export async function withSupportedNode() {
  const toolchain = await ensureToolchain();
  if (toolchain.node === process.execPath) {
    return { toolchain };
  }
  // Ctrl-C reaches the whole process group: the child stops its work, this process only waits for it.
  const ignore = () => {};
  process.on('SIGINT', ignore);
  const child = spawn(toolchain.node, process.argv.slice(1), {
    stdio: 'inherit',
    env: toolchain.env,
  });
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  const [code, signal] = await once(child, 'close');
  return { exitCode: code ?? 128 + (constants.signals[signal] ?? 0) };
}
