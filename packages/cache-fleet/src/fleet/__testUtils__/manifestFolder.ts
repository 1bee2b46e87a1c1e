import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import {
  CacheSpec,
  changeRole,
  ManifestFile,
  ManifestSettings,
} from 'backstage-plugin-dragonfly-common';
import { writeManifests } from '../../apply/__testUtils__/writeManifests';

/** A folder of generated manifests, as a repository would hold it. */
export class ManifestFolder {
  static async create(
    change: Partial<CacheSpec> = {},
    platform?: ManifestSettings,
  ): Promise<ManifestFolder> {
    const folder = new ManifestFolder(
      await mkdtemp(join(tmpdir(), 'manifests-')),
    );
    await writeManifests(folder.path, change, platform);
    return folder;
  }

  private constructor(readonly path: string) {}

  async files(): Promise<ManifestFile[]> {
    const entries = await readdir(this.path, {
      recursive: true,
      withFileTypes: true,
    });
    const paths = entries
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name));
    return Promise.all(
      paths.sort().map(async path => ({
        path: relative(this.path, path).split(sep).join('/'),
        content: await readFile(path, 'utf8'),
      })),
    );
  }

  /** Makes a region the declared primary, as the pull request after a promotion does. */
  async declarePrimary(region: string): Promise<void> {
    const change = changeRole(await this.files(), { to: region });
    if (!change.ok) {
      throw new Error(change.errors.map(({ message }) => message).join('\n'));
    }
    for (const { path, content } of change.changed) {
      await this.write(path, content);
    }
  }

  async write(path: string, content: string): Promise<void> {
    await mkdir(dirname(join(this.path, path)), { recursive: true });
    await writeFile(join(this.path, path), content);
  }

  remove(): Promise<void> {
    return rm(this.path, { recursive: true });
  }
}
