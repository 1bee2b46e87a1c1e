import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';

const answer = z.array(z.array(z.string()));

/** Validates objects against the schemas of the Kubernetes API; one message per object that breaks them. */
export function schemaErrors(objects: readonly unknown[]): string[] {
  const output = execFileSync(
    process.execPath,
    [join(__dirname, 'validateObjects.mjs')],
    { input: JSON.stringify(objects), encoding: 'utf8' },
  );
  return answer.parse(JSON.parse(output)).flat();
}
