import {
  ArgoCdSettings,
  CacheRepository,
  CacheSpec,
  CrossRegionAccess,
  Flavour,
  IssuerSettings,
  ManifestSettings,
  MonitoringSettings,
  SecretsProvider,
} from '../types';

/** Has a shell and `valkey-cli`, and nothing else that the start guard needs. */
export const DEFAULT_START_GUARD_IMAGE =
  'docker.io/valkey/valkey:8.1.4-alpine3.22';

const DEFAULT_MONITORING: MonitoringSettings = {
  kind: 'PodMonitor',
  labels: {},
  dashboardLabels: { grafana_dashboard: '1' },
};

/** What the files of a cache contain beside its servers, with every choice made. */
export interface OutputOptions {
  flavour: Flavour;
  secretsProvider: SecretsProvider;
  crossRegion: CrossRegionAccess;
  /** The issuer of the servers' certificates; absent without TLS. */
  issuer?: IssuerSettings;
  monitoring: MonitoringSettings;
  startGuardImage: string;
  /** Absent without an ApplicationSet. */
  argoCd?: ArgoCdSettings & { repository: CacheRepository };
}

/** Regions of a request in the order of the settings. */
export function regionsOfRequest(spec: CacheSpec, settings: ManifestSettings) {
  const wanted = [spec.primaryRegion, ...spec.otherRegions];
  return settings.regions.filter(({ name }) => wanted.includes(name));
}

function secretsProviderOf(
  spec: CacheSpec,
  settings: ManifestSettings,
): SecretsProvider {
  if (spec.secrets) return spec.secrets;
  return regionsOfRequest(spec, settings).every(region => region.secretStore)
    ? 'external-secret'
    : 'bring-your-own';
}

/** Makes the choices that a request leaves to the settings. */
export function outputOptionsOf(
  spec: CacheSpec,
  settings: ManifestSettings,
): OutputOptions {
  const { repository } = spec;
  const { argoCd, issuer } = settings;
  const known = regionsOfRequest(spec, settings).every(
    ({ cluster }) => cluster,
  );
  return {
    flavour: spec.flavour ?? 'kustomize',
    secretsProvider: secretsProviderOf(spec, settings),
    crossRegion: spec.crossRegion ?? settings.crossRegion ?? 'external-name',
    issuer: spec.tls === false ? undefined : issuer,
    monitoring: settings.monitoring ?? DEFAULT_MONITORING,
    startGuardImage: settings.startGuardImage ?? DEFAULT_START_GUARD_IMAGE,
    argoCd:
      argoCd && repository && known && spec.argoCd !== false
        ? { ...argoCd, repository }
        : undefined,
  };
}
