import { Policy } from '../../policy/types';
import { OPERATOR_PORT } from '../operator/operatorArguments';
import { CacheSpec, FieldError, ManifestSettings, Topology } from '../types';
import { fieldError } from './fieldErrors';
import { regionsOfRequest } from './outputOptions';

function checkFlavour(
  spec: CacheSpec,
  topology: Topology | undefined,
): FieldError[] {
  return spec.flavour === 'operator' && topology === 'replicated'
    ? [
        fieldError(
          'flavour',
          spec.flavour,
          '"kustomize", because the cache is replicated and the Dragonfly operator sends REPLICAOF NO ONE to every server that follows one outside its own cluster, which would make two primaries',
          'Choose "kustomize"; the operator fits caches with independent primaries only.',
        ),
      ]
    : [];
}

function checkSecretStores(
  spec: CacheSpec,
  settings: ManifestSettings,
): FieldError[] {
  if (spec.secrets !== 'external-secret') return [];
  const without = regionsOfRequest(spec, settings)
    .filter(region => !region.secretStore)
    .map(({ name }) => `"${name}"`);
  return without.length > 0
    ? [
        fieldError(
          'secrets',
          spec.secrets,
          `"bring-your-own", because no secret store is configured for ${without.join(', ')}`,
          'Choose "bring-your-own", or have the platform team add "secretStore" to the region in app-config.',
        ),
      ]
    : [];
}

function checkTls(spec: CacheSpec, settings: ManifestSettings): FieldError[] {
  return spec.tls === true && !settings.issuer
    ? [
        fieldError(
          'tls',
          spec.tls,
          'false, because the platform has no certificate issuer configured',
          'Leave the field out, or have the platform team set "dragonfly.manifests.issuer" in app-config.',
        ),
      ]
    : [];
}

function checkArgoCd(
  spec: CacheSpec,
  settings: ManifestSettings,
): FieldError[] {
  if (spec.argoCd !== true) return [];
  if (!settings.argoCd) {
    return [
      fieldError(
        'argoCd',
        spec.argoCd,
        'false, because the platform has no Argo CD configured',
        'Leave the field out, or have the platform team set "dragonfly.manifests.argoCd" in app-config.',
      ),
    ];
  }
  const without = regionsOfRequest(spec, settings)
    .filter(region => !region.cluster)
    .map(({ name }) => `"${name}"`);
  if (without.length > 0) {
    return [
      fieldError(
        'argoCd',
        spec.argoCd,
        `false, because Argo CD's name of the cluster is not configured for ${without.join(', ')}`,
        'Leave the field out, or have the platform team add "cluster" to the region in app-config.',
      ),
    ];
  }
  return spec.repository
    ? []
    : [
        fieldError(
          'repository',
          undefined,
          'the repository that Argo CD reads the files from',
          'State the repository, or choose no ApplicationSet.',
        ),
      ];
}

function checkOperatorPort(spec: CacheSpec, policy: Policy): FieldError[] {
  const { value, line } = policy.primary.port;
  return spec.flavour === 'operator' && value !== OPERATOR_PORT
    ? [
        fieldError(
          'flavour',
          spec.flavour,
          `"kustomize", because the servers of the Dragonfly operator listen on ${OPERATOR_PORT} and the ADR says ${value} (line ${line})`,
          'Choose "kustomize".',
        ),
      ]
    : [];
}

/** Checks the choices of output against the topology and against what the platform has. */
export function checkOutput(
  spec: CacheSpec,
  topology: Topology | undefined,
  settings: ManifestSettings,
  policy: Policy,
): FieldError[] {
  return [
    ...checkFlavour(spec, topology),
    ...checkOperatorPort(spec, policy),
    ...checkSecretStores(spec, settings),
    ...checkTls(spec, settings),
    ...checkArgoCd(spec, settings),
  ];
}
