import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { Finding } from '../../findings';
import { ManifestFile } from '../../manifests/types';
import { lintManifests } from '../lintManifests';
import { LintOptions } from '../types';

/** One of the fixtures, as a file of that name. */
export function fixture(name: string): ManifestFile {
  return {
    path: name,
    content: readFileSync(join(__dirname, '../__fixtures__', name), 'utf8'),
  };
}

/** `line rule` of every finding, in the report's order. */
export function placesOf(files: ManifestFile[], options?: LintOptions) {
  return lintManifests(files, options).findings.map(
    ({ line, rule }) => `${line} ${rule}`,
  );
}

/** Objects as one file of several documents. */
export function yamlFile(
  objects: readonly unknown[],
  path = 'cache.yaml',
): ManifestFile {
  return {
    path,
    content: objects
      .map(object => stringify(object, { aliasDuplicateObjects: false }))
      .join('---\n'),
  };
}

function textAt(files: readonly ManifestFile[], { path, line }: Finding) {
  const content = files.find(file => file.path === path)?.content ?? '';
  return (content.split('\n')[line - 1] ?? '').trim();
}

/** Text of each line that a rule finds something in: `- --replicaof=...`. */
export function linesFound(
  rule: string,
  files: ManifestFile[],
  options?: LintOptions,
): string[] {
  return lintManifests(files, options)
    .findings.filter(finding => finding.rule === rule)
    .map(finding => textAt(files, finding));
}
