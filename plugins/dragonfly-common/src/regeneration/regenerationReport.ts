import { code, list } from '../manifests/readme/markdown';
import { CacheRecord } from '../manifests/record/types';
import { ManifestFile } from '../manifests/types';
import { argumentDifferences } from './serverArguments';
import { differencesOf } from './differences';
import { restartSection } from './restartSection';
import { RestartNeed } from './types';

function section(title: string, lines: readonly string[]): string {
  return lines.length > 0 ? `### ${title}\n\n${list([...lines])}` : '';
}

function fileLines(change: {
  previous: readonly ManifestFile[];
  write: readonly ManifestFile[];
  delete: readonly string[];
}): string[] {
  const old = new Set(change.previous.map(({ path }) => path));
  const changed = change.write.filter(({ path }) => old.has(path));
  const fresh = change.write.filter(({ path }) => !old.has(path));
  const line = (word: string, paths: readonly string[]) =>
    paths.length > 0 ? [`${word}: ${paths.map(code).join(', ')}`] : [];
  return [
    ...line(
      'Changed',
      changed.map(({ path }) => path),
    ),
    ...line(
      'New',
      fresh.map(({ path }) => path),
    ),
    ...line('Deleted', change.delete),
  ];
}

/** What a regeneration changes, why, and what to do about the running servers, for the text of its pull request. */
export function regenerationReport(change: {
  previous: readonly ManifestFile[];
  next: readonly ManifestFile[];
  before: CacheRecord;
  after: CacheRecord;
  primaryRegion: string;
  write: readonly ManifestFile[];
  delete: readonly string[];
  kept: readonly string[];
  overwritten: readonly string[];
  unchanged: boolean;
  restart: RestartNeed;
}): string {
  const { after, before, next, previous, primaryRegion } = change;
  const name = code(before.request.name);
  if (change.unchanged) {
    return `The files of the cache ${name} are what the generator makes of the request and the policy now; there is nothing to change.`;
  }
  const reasons = [
    ...differencesOf(before, after),
    ...argumentDifferences(previous, next),
  ];
  return [
    `Makes the files of the cache ${name} anew.${
      after.topology === 'replicated'
        ? ` The primary stays in ${code(primaryRegion)}.`
        : ''
    }`,
    section(
      'What changed, and why',
      reasons.length > 0
        ? reasons
        : ['Files that had been edited or removed are as they were generated.'],
    ),
    section('Files', fileLines(change)),
    section(
      'Edits that this drops',
      change.overwritten.map(
        path => `${code(path)}: it is in the history of the repository only.`,
      ),
    ),
    section(
      'Files that stay as they are',
      change.kept.map(path => code(path)),
    ),
    restartSection(change.restart, after, primaryRegion),
  ]
    .filter(Boolean)
    .join('\n\n');
}
