import { quote } from '../words/quote';
import { PrimaryAnnotation } from './primaryAnnotation';
import { DeclaredRoles, RegionRoles } from './readRoles';
import { repositoryProblem } from './repositoryProblem';
import { RepositoryProblem } from './types';

/** `host:port` that replicas in other regions follow a region's server under. */
export function addressOf({ node }: RegionRoles): string {
  return `${node.host}:${node.port}`;
}

const ASK_SERVERS =
  'Ask the servers which region holds the primary (INFO replication), and correct the file that is wrong.';

function checkReplica(
  { role, write }: RegionRoles,
  primary: RegionRoles,
): RepositoryProblem[] {
  const { host } = primary.node;
  const region = quote(primary.node.region);
  const problems: RepositoryProblem[] = [];
  if (role.follows !== addressOf(primary)) {
    problems.push(
      repositoryProblem({
        code: 'replica-follows-another',
        path: role.file.path,
        line: role.line,
        found: `a replica of ${quote(role.follows ?? '')}`,
        expected: `a replica of "${addressOf(primary)}", the recorded address of the primary in ${region}`,
        remedy: ASK_SERVERS,
      }),
    );
  }
  if (write.host !== host) {
    problems.push(
      repositoryProblem({
        code: 'write-service-leads-elsewhere',
        path: write.file.path,
        line: write.line,
        found: write.host
          ? `an alias of ${quote(write.host)}`
          : 'a Service that leads to the local server',
        expected: `an alias of "${host}", because the role files say that the primary is in ${region}`,
        remedy: ASK_SERVERS,
      }),
    );
  }
  return problems;
}

function checkPrimary({ write, node }: RegionRoles): RepositoryProblem[] {
  return write.host === undefined
    ? []
    : [
        repositoryProblem({
          code: 'write-service-leads-elsewhere',
          path: write.file.path,
          line: write.line,
          found: `an alias of ${quote(write.host)}`,
          expected: `a Service that leads to the local server, because the role files say that the primary is in ${quote(node.region)}`,
          remedy: ASK_SERVERS,
        }),
      ];
}

function checkAnnotation(
  annotation: PrimaryAnnotation,
  { node }: RegionRoles,
): RepositoryProblem[] {
  return annotation.region === node.region
    ? []
    : [
        repositoryProblem({
          code: 'annotation-disagrees',
          path: annotation.file.path,
          line: annotation.line,
          found: `the primary in ${quote(annotation.region)}`,
          expected: `the primary in ${quote(node.region)}, as the role files say`,
          remedy: ASK_SERVERS,
        }),
      ];
}

function notOnePrimary(
  regions: readonly RegionRoles[],
  primaries: readonly RegionRoles[],
): RepositoryProblem[] {
  const names = primaries.map(({ node }) => quote(node.region)).join(' and ');
  const [code, suspects, found] =
    primaries.length === 0
      ? (['no-primary', regions, 'a replica, like every other region'] as const)
      : ([
          'several-primaries',
          primaries,
          `a primary, one of ${names}`,
        ] as const);
  return suspects.map(({ role }) =>
    repositoryProblem({
      code,
      path: role.file.path,
      line: role.line,
      found,
      expected: 'a primary in exactly one region',
      remedy: ASK_SERVERS,
    }),
  );
}

/** Checks that role files, `-write` Services and the catalog entity agree on one primary. */
export function checkRoles(
  regions: readonly RegionRoles[],
  annotation: PrimaryAnnotation,
):
  | { ok: true; roles: DeclaredRoles }
  | { ok: false; errors: RepositoryProblem[] } {
  const primaries = regions.filter(({ role }) => role.follows === undefined);
  const [primary] = primaries;
  if (primaries.length !== 1) {
    return { ok: false, errors: notOnePrimary(regions, primaries) };
  }
  const replicas = regions.filter(region => region !== primary);
  const errors = [
    ...checkPrimary(primary),
    ...replicas.flatMap(replica => checkReplica(replica, primary)),
    ...checkAnnotation(annotation, primary),
  ];
  return errors.length > 0
    ? { ok: false, errors }
    : { ok: true, roles: { primary, replicas, annotation } };
}
