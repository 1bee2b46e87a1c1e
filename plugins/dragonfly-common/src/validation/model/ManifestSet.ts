import { ManifestFile } from '../../manifests/types';
import { ManifestObject } from './ManifestObject';
import { readObject, Unreadable } from './readObject';

/** Not an object of a cluster, and read by nobody but TechDocs. */
const MKDOCS = 'mkdocs.yml';

/** The generated files, each read once. */
export class ManifestSet {
  private readonly texts: ReadonlyMap<string, string>;
  private readonly folders = new Map<string, ManifestObject[]>();

  private constructor(
    files: readonly ManifestFile[],
    readonly objects: readonly ManifestObject[],
    readonly unreadable: readonly Unreadable[],
  ) {
    this.texts = new Map(files.map(({ path, content }) => [path, content]));
    for (const object of objects) {
      const others = this.folders.get(object.folder);
      if (others) others.push(object);
      else this.folders.set(object.folder, [object]);
    }
  }

  static read(files: readonly ManifestFile[]): ManifestSet {
    const results = files
      .filter(({ path }) => isYaml(path) && path !== MKDOCS)
      .map(({ path, content }) => readObject(path, content));
    return new ManifestSet(
      files,
      results.flatMap(result => (result.ok ? [result.object] : [])),
      results.flatMap(result => (result.ok ? [] : result.mistakes)),
    );
  }

  get paths(): string[] {
    return [...this.texts.keys()];
  }

  /** Text of a file; `undefined` when there is no such file. */
  textOf(path: string): string | undefined {
    return this.texts.get(path);
  }

  /** Objects of a kind. */
  ofKind(kind: string): ManifestObject[] {
    return this.objects.filter(object => object.kind === kind);
  }

  /** Objects of the files directly in a folder. */
  inFolder(folder: string): readonly ManifestObject[] {
    return this.folders.get(folder) ?? [];
  }
}

/** Whether a file is YAML by its name. */
export function isYaml(path: string): boolean {
  return /\.ya?ml$/.test(path);
}
