import { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { isLinted } from 'backstage-plugin-dragonfly-common';

const OTHER_FOLDERS = ['.git', 'node_modules'];

function byName(a: Dirent, b: Dirent): number {
  return a.name < b.name ? -1 : 1;
}

/** Paths of the manifests below a folder, with forward slashes; links are not followed, so there is an end to it. */
export async function listFolder(folder: string): Promise<string[]> {
  const prefix = folder.replaceAll('\\', '/').replace(/\/+$/, '');
  const paths: string[] = [];
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort(byName)) {
    const path = prefix === '.' ? entry.name : `${prefix}/${entry.name}`;
    if (entry.isDirectory() && !OTHER_FOLDERS.includes(entry.name)) {
      paths.push(...(await listFolder(path)));
    } else if (entry.isFile() && isLinted(entry.name)) {
      paths.push(path);
    }
  }
  return paths;
}
