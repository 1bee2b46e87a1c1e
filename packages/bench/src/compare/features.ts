import { LintReport, ManifestFile } from 'backstage-plugin-dragonfly-common';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';

/** Manifests as the rules of the table look at them. */
export interface Subject {
  files: ManifestFile[];
  /** Every object, from YAML files and from the fenced YAML of Markdown files. */
  objects: unknown[];
  report: LintReport;
}

/** One line of the table; its rule is run on every column. */
export interface Feature {
  title: string;
  has: (subject: Subject) => boolean;
}

const FENCED_YAML = /^```ya?ml\n([\s\S]*?)^```/gm;
const kindOf = z.object({ kind: z.string() });

function yamlTexts({ path, content }: ManifestFile): string[] {
  if (/\.ya?ml$/.test(path)) return [content];
  return /\.md$/.test(path)
    ? [...content.matchAll(FENCED_YAML)].map(match => match[1])
    : [];
}

/** The objects of files; what is no YAML holds none. */
export function objectsOf(files: ManifestFile[]): unknown[] {
  return files
    .flatMap(yamlTexts)
    .flatMap(text =>
      parseAllDocuments(text).map(document =>
        document.toJS({ maxAliasCount: 50 }),
      ),
    )
    .filter(object => kindOf.safeParse(object).success);
}

function ofKind({ objects }: Subject, ...kinds: string[]): unknown[] {
  return objects.filter(object => {
    const parsed = kindOf.safeParse(object);
    return parsed.success && kinds.includes(parsed.data.kind);
  });
}

function hasKind(...kinds: string[]): Feature['has'] {
  return subject => ofKind(subject, ...kinds).length > 0;
}

/** Whether a text occurs in some file of the set. */
function says(pattern: RegExp): Feature['has'] {
  return ({ files }) => files.some(({ content }) => pattern.test(content));
}

/** Whether the linter finds nothing of these rules, in manifests that have a server to look at. */
function isFreeOf(...rules: string[]): Feature['has'] {
  return subject =>
    ofKind(subject, 'StatefulSet', 'Deployment', 'Dragonfly').length > 0 &&
    !subject.report.findings.some(({ rule }) => rules.includes(rule));
}

function hasAll(...checks: Feature['has'][]): Feature['has'] {
  return subject => checks.every(check => check(subject));
}

const replicates = says(/replicaof|slaveof|REDIS_MASTER|REPLICATION_MODE/i);

/** What a platform team looks for before it merges the manifests of a cache. */
export const features: Feature[] = [
  { title: 'replicates across regions', has: replicates },
  {
    title: 'a restart keeps the role of a promotion',
    has: hasAll(
      replicates,
      isFreeOf(
        'role-in-arguments',
        'role-in-configuration',
        'operator-undoes-replica',
      ),
    ),
  },
  {
    title: 'an empty primary cannot wipe its copy',
    has: hasAll(
      replicates,
      isFreeOf('empty-primary-wipes-replica', 'redis-restarts-empty'),
    ),
  },
  {
    title: 'asks the peers before it starts',
    has: says(/name: start-guard/),
  },
  {
    title: 'no password on a command line',
    has: isFreeOf('password-in-arguments', 'literal-password'),
  },
  { title: 'pinned image', has: isFreeOf('image-not-pinned') },
  {
    title: 'memory fits the threads',
    has: isFreeOf('threads-exceed-memory', 'threads-unbounded'),
  },
  {
    title: 'users with least privilege',
    has: says(/aclfile|aclFromSecret|ACL SETUSER/),
  },
  {
    title: 'secrets from a store',
    has: hasKind('ExternalSecret', 'SealedSecret'),
  },
  {
    title: 'TLS for clients and replication',
    has: says(/tls_replication|tls-replication/),
  },
  { title: 'network policy', has: hasKind('NetworkPolicy') },
  { title: 'disruption budget', has: hasKind('PodDisruptionBudget') },
  {
    title: 'monitor and alert rules',
    has: hasAll(
      hasKind('PodMonitor', 'ServiceMonitor'),
      hasKind('PrometheusRule'),
    ),
  },
  { title: 'replication dashboard', has: says(/grafana_dashboard/) },
  {
    title: 'self-heal cannot revert a promotion',
    has: hasAll(
      hasKind('ApplicationSet', 'Application'),
      says(/RespectIgnoreDifferences=true/),
    ),
  },
  {
    title: 'connection settings for each consumer',
    has: says(/CACHE_WRITE_HOST/),
  },
  { title: 'runbook with exact commands', has: says(/^## .*[Ff]ail ?back/m) },
  {
    title: 'every difference from the ADR listed',
    has: says(/^## Differences from the ADR$/m),
  },
  { title: 'catalog entity', has: says(/apiVersion: backstage\.io/) },
];
