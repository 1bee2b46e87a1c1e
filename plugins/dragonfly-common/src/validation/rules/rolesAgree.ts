import { textAt, valueAt } from '../model/fields';
import { ManifestObject } from '../model/ManifestObject';
import { RegionView } from '../model/RegionView';
import {
  Problem,
  problemAt,
  problemOf,
  Rule,
  ValidationContext,
} from '../rule';
import { roleFlagsOf } from './serverFlagsOf';

const ANNOTATION = ['metadata', 'annotations', 'dragonflydb.io/primary-region'];

function hostOf({ settings, spec }: ValidationContext): string {
  const region = settings.regions.find(
    ({ name }) => name === spec.primaryRegion,
  );
  return `${spec.name}.${region?.domain}`;
}

function roleProblems(
  object: ManifestObject,
  region: RegionView,
  context: ValidationContext,
): Problem[] {
  const { manifests, policy, spec } = context;
  const value = (name: string) =>
    roleFlagsOf(object).find(({ flag }) => flag === name)?.value;
  const problem = (message: string, fix: string) =>
    problemAt(object, ['data', 'role.flags'], message, fix);
  const isReplica =
    manifests.topology === 'replicated' && region.name !== spec.primaryRegion;
  const source = isReplica
    ? `${hostOf(context)}:${policy.primary.port.value}`
    : undefined;
  const announced =
    manifests.topology === 'replicated' ? region.name : undefined;
  return [
    ...(value('replicaof') === source
      ? []
      : [
          problem(
            `The server of region "${region.name}" is told to follow ${value('replicaof') ?? 'nobody'}, not ${source ?? 'nobody'}.`,
            source ? `Write --replicaof=${source}.` : 'Remove --replicaof.',
          ),
        ]),
    ...(value('replica_announce_ip') === announced
      ? []
      : [
          problem(
            `The server of region "${region.name}" announces itself as "${value('replica_announce_ip')}".`,
            `Write --replica_announce_ip=${announced}.`,
          ),
        ]),
  ];
}

function writeProblems(
  region: RegionView,
  context: ValidationContext,
): Problem[] {
  const { manifests, spec } = context;
  const service = region.find('Service', `${spec.name}-write`);
  if (!service) {
    return [
      problemOf(
        `overlays/${region.name}/write-service.yaml`,
        `Region "${region.name}" has no Service "${spec.name}-write".`,
        'Generate the file.',
      ),
    ];
  }
  const isLocal =
    manifests.topology === 'independent' || region.name === spec.primaryRegion;
  const target = valueAt(service.fields, 'spec', 'externalName');
  const expected = isLocal ? undefined : hostOf(context);
  return target === expected
    ? []
    : [
        problemAt(
          service,
          ['spec', 'externalName'],
          `${service.title} leads to ${target ?? 'the local server'} in region "${region.name}", not to ${expected ?? 'the local server'}.`,
          'Lead it to the primary.',
        ),
      ];
}

function annotationProblems({
  manifests,
  set,
  spec,
}: ValidationContext): Problem[] {
  const expected =
    manifests.topology === 'replicated' ? spec.primaryRegion : undefined;
  return set
    .ofKind('Resource')
    .filter(({ fields }) => textAt(fields, ...ANNOTATION) !== expected)
    .map(object =>
      problemAt(
        object,
        ANNOTATION,
        `The catalog entity names ${textAt(object.fields, ...ANNOTATION) ?? 'no region'} as that of the primary, not ${expected ?? 'none'}.`,
        'Keep role files, write Services and the annotation equal.',
      ),
    );
}

/** Role files, write Services and the catalog entity say the same about where the primary is. */
export const rolesAgree: Rule = {
  id: 'roles-agree',
  severity: 'error',
  why: 'Two primaries lose writes, and clients that are led to a replica cannot write at all.',
  check: context => [
    ...context.regions.flatMap(region => [
      ...region
        .ofKind('ConfigMap')
        .filter(
          ({ fields }) => textAt(fields, 'data', 'role.flags') !== undefined,
        )
        .flatMap(object => roleProblems(object, region, context)),
      ...writeProblems(region, context),
    ]),
    ...annotationProblems(context),
  ],
};
