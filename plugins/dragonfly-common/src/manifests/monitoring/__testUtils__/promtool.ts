import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';

/** The promtool to use: `PROMTOOL`, else the one on the PATH. */
function promtoolBinary(): string {
  return process.env.PROMTOOL ?? 'promtool';
}

/** What promtool answers about some files: its exit code and everything it printed. */
export interface PromtoolAnswer {
  code: number | null;
  output: string;
}

/**
 * Runs promtool in a folder of its own with files that are written for it.
 *
 * @param files - by name; strings as they are, everything else as YAML
 */
export function promtool(
  args: string[],
  files: Record<string, unknown>,
): PromtoolAnswer {
  const folder = mkdtempSync(join(tmpdir(), 'promtool-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      writeFileSync(
        join(folder, name),
        typeof content === 'string'
          ? content
          : stringify(content, { lineWidth: 0, aliasDuplicateObjects: false }),
      );
    }
    const { status, stdout, stderr, error } = spawnSync(
      promtoolBinary(),
      args,
      { cwd: folder, encoding: 'utf8' },
    );
    if (error) {
      throw new Error(
        `Could not run promtool (${error.message}); install Debian's package prometheus or set PROMTOOL to its path.`,
      );
    }
    return { code: status, output: `${stdout}${stderr}` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
