import { readFile } from 'node:fs/promises';
import { parsePolicy, Policy } from 'backstage-plugin-dragonfly-common';
import { UsageError } from '../../console';

/**
 * Reads the decision record to compare with.
 *
 * @throws UsageError when it cannot be read or is no such record
 */
export async function readAdr(path: string): Promise<Policy> {
  const text = await readFile(path, 'utf8').catch((error: Error) => {
    throw new UsageError(`Could not read the ADR: ${error.message}`);
  });
  const result = parsePolicy(text);
  if (!result.ok) {
    throw new UsageError(
      [
        `"${path}" is no ADR on caching that can be compared with:`,
        ...result.errors.map(({ message }) => `- ${message}`),
      ].join('\n'),
    );
  }
  return result.policy;
}
