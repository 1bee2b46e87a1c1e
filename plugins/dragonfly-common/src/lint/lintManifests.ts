import { Finding } from '../findings';
import { ManifestFile } from '../manifests/types';
import { manifestModel } from './model/manifestModel';
import { RULES } from './rules';
import { readFiles } from './source/readFiles';
import { LintOptions, LintReport } from './types';

function compare(a: string | number, b: string | number): number {
  // Not by locale: the order must be the same on every machine.
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function byPlace(a: Finding, b: Finding): number {
  return (
    compare(a.path, b.path) ||
    compare(a.line, b.line) ||
    compare(a.rule, b.rule) ||
    compare(a.message, b.message)
  );
}

/** One line without control characters: values of manifests are quoted in messages. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ');
}

function unique(findings: Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(finding => {
    const key = JSON.stringify([
      finding.rule,
      finding.path,
      finding.line,
      finding.message,
    ]);
    return !seen.has(key) && seen.add(key);
  });
}

/**
 * Finds the traps of running Dragonfly, Redis, Valkey and KeyDB in manifests that anybody wrote: YAML of any number of
 * documents, JSON, rendered Helm charts, kustomize folders, the fenced blocks of Markdown files, and `redis.conf`. Pure:
 * the same files give the same report, in the browser as in the backend.
 *
 * @param files - with relative paths; all files that are deployed together, because many traps are in what is missing
 * @returns findings sorted by path and line; what cannot be read is listed, and nothing is ever thrown
 * @public
 */
export function lintManifests(
  files: ManifestFile[],
  options: LintOptions = {},
): LintReport {
  const contents = readFiles(files);
  const model = manifestModel(contents, options.policy);
  const findings = RULES.flatMap(({ id, severity, why, fix, check }) =>
    check(model).map(({ message, object, ...place }) => ({
      rule: id,
      severity,
      ...place,
      ...(object !== undefined && { object: oneLine(object) }),
      message: oneLine(message),
      why,
      fix,
    })),
  );
  const unread = contents.flatMap(content => content.unread);
  return {
    findings: unique(findings).sort(byPlace),
    files: files.length - new Set(unread.map(({ path }) => path)).size,
    objects: model.objects.length,
    unread,
  };
}
