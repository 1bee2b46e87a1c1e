import { InputError, isError } from '@backstage/errors';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { parseAllDocuments } from 'yaml';
import { findKustomize } from './findKustomize';

const TIMEOUT_MS = 30_000;
const OUTPUT_LIMIT = 16 * 1024 * 1024;

const execute = promisify(execFile);

/**
 * Renders a kustomization with the real kustomize.
 *
 * @param folder - holds `kustomization.yaml`
 * @returns the Kubernetes objects, as kustomize orders them
 * @throws Error with what kustomize says
 * @public
 */
export async function renderKustomize(folder: string): Promise<unknown[]> {
  const kustomize = await findKustomize();
  try {
    const { stdout } = await execute(kustomize, ['build', folder], {
      timeout: TIMEOUT_MS,
      maxBuffer: OUTPUT_LIMIT,
    });
    return parseAllDocuments(stdout).map((document): unknown =>
      document.toJS(),
    );
  } catch (error) {
    const said = isError(error) && error.stderr ? error.stderr : error;
    throw new InputError(
      `kustomize cannot build "${folder}": ${String(said).trim()}`,
    );
  }
}
