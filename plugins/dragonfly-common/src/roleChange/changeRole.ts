import { CacheRecord, RECORD_PATH } from '../manifests/record';
import { ManifestFile } from '../manifests/types';
import { quote, quoteAll } from '../words/quote';
import { addressOf } from './checkRoles';
import { withPrimaryRegion } from './primaryAnnotation';
import { DeclaredRoles, readRoles, RegionRoles } from './readRoles';
import { recordOf } from './recordOf';
import { repositoryProblem } from './repositoryProblem';
import { roleChangeReport } from './roleChangeReport';
import { withRole } from './roleFile';
import { RepositoryProblem, RoleChange } from './types';
import { exchanged, leadingTo, readWriteService } from './writeServiceFile';

function checkRequest(record: CacheRecord, to: string): RepositoryProblem[] {
  if (record.topology === 'independent') {
    return [
      repositoryProblem({
        code: 'independent-topology',
        path: RECORD_PATH,
        found: `the topology "independent" of the cache ${quote(record.request.name)}`,
        expected: 'the topology "replicated"',
        remedy:
          'The cache has a primary of its own in every region, so there is no role to move.',
      }),
    ];
  }
  const known = record.nodes.map(({ region }) => region);
  return known.includes(to)
    ? []
    : [
        repositoryProblem({
          code: 'unknown-region',
          path: RECORD_PATH,
          found: `no region ${quote(to)} in the cache ${quote(record.request.name)}`,
          expected: `one of its regions: ${quoteAll(known)}`,
          remedy: 'Name one of them.',
        }),
      ];
}

/** The Service of the old primary's region as an alias of the new primary, and the new primary's as the local one. */
function moveServices(from: RegionRoles, to: RegionRoles): ManifestFile[] {
  const { nowAlias, nowLocal } = exchanged(from.write, to.write);
  const alias = readWriteService(nowAlias);
  return alias.ok ? [leadingTo(alias.service, to.node.host), nowLocal] : [];
}

function moved(roles: DeclaredRoles, to: RegionRoles): ManifestFile[] {
  const { annotation, primary, replicas } = roles;
  const others = replicas.filter(replica => replica !== to);
  return [
    withPrimaryRegion(annotation, to.node.region),
    withRole(to.role, undefined),
    ...[primary, ...others].map(({ role }) => withRole(role, addressOf(to))),
    ...moveServices(primary, to),
    ...others.map(({ write }) => leadingTo(write, to.node.host)),
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The files with some of them replaced. */
function withChanges(
  files: readonly ManifestFile[],
  changed: readonly ManifestFile[],
): ManifestFile[] {
  const byPath = new Map(changed.map(file => [file.path, file]));
  return files.map(file => byPath.get(file.path) ?? file);
}

/** Whether the changed files say what they were changed for; hand-made indentation could keep them from it. */
function checkResult(
  files: readonly ManifestFile[],
  record: CacheRecord,
  to: string,
): RepositoryProblem[] {
  const result = readRoles(files, record);
  if (result.ok && result.roles.primary.node.region === to) return [];
  const found = result.ok ? [] : result.errors;
  return [
    repositoryProblem({
      code: 'edit-impossible',
      path: found[0]?.path ?? RECORD_PATH,
      found: 'text that cannot be changed in place',
      expected: 'the layout that the generator writes',
      remedy: 'Restore the file from the last generated commit.',
    }),
  ];
}

/**
 * Makes a region the declared primary in the generated files of a replicated cache: role ConfigMaps and `-write` Services
 * of all regions and the annotation of the catalog entity, together and nothing else. Hosts and ports are those of the
 * record, comments and annotations that people added stay, and moving back gives the bytes of before. Pure.
 *
 * It changes what Git says, not the servers: it makes a promotion durable that has been made on them.
 *
 * @param files - all files of the cache's folder, paths relative to it
 * @returns the changed files, or every reason why the folder is not what it must be
 * @public
 */
export function changeRole(
  files: readonly ManifestFile[],
  change: { to: string },
): RoleChange {
  const { to } = change;
  const read = recordOf(files);
  if (!read.ok) return read;
  const { record } = read;
  const refused = checkRequest(record, to);
  if (refused.length > 0) return { ok: false, errors: refused };
  const declared = readRoles(files, record);
  if (!declared.ok) return declared;
  const { roles } = declared;
  const from = roles.primary.node.region;
  const target = roles.replicas.find(({ node }) => node.region === to);
  const changed = target ? moved(roles, target) : [];
  const errors = checkResult(withChanges(files, changed), record, to);
  if (errors.length > 0) return { ok: false, errors };
  return {
    ok: true,
    from,
    to,
    changed,
    unchanged: changed.length === 0,
    report: roleChangeReport({ record, from, to, changed }),
  };
}
