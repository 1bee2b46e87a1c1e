import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { create } from 'tar';

/** A compressed archive of files, all below one folder, as a Git host sends a commit. */
export async function tarball(
  folder: string,
  files: Record<string, string>,
): Promise<Buffer> {
  const root = await mkdtemp(join(tmpdir(), 'tarball-'));
  try {
    for (const [path, content] of Object.entries(files)) {
      const file = join(root, folder, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
    }
    return await buffer(create({ gzip: true, cwd: root }, [folder]));
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}
