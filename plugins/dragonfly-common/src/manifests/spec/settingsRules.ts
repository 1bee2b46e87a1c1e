import { isSupportedServerVersion } from '../serverVersion';
import { FieldError, ManifestSettings, Topology } from '../types';
import {
  DNS_LABEL,
  DNS_NAME,
  GIT_REVISION,
  IMAGE,
  LABEL_KEY,
  LABEL_VALUE,
} from './patterns';
import { checkRegionSettings } from './regionSettingsRules';
import { mapErrors, settingError } from './settingError';

const PINNED = 'an image with a tag other than "latest" or with a digest';

const LABELS = {
  key: LABEL_KEY,
  value: LABEL_VALUE,
  expected: 'Kubernetes labels, such as "release: prometheus"',
};

function isPinned(image: string): boolean {
  const name = image.slice(image.lastIndexOf('/') + 1);
  return IMAGE.test(image) && /[:@]/.test(name) && !/:latest$/.test(name);
}

function checkServer(settings: ManifestSettings): FieldError[] {
  const { image, serverVersion, startGuardImage } = settings;
  return [
    ...settingError(!isPinned(image), 'image', image, PINNED),
    ...settingError(
      !isSupportedServerVersion(serverVersion),
      'serverVersion',
      serverVersion,
      'a Dragonfly version of at least 1.40.0, such as "1.40.1"',
    ),
    ...settingError(
      startGuardImage !== undefined && !isPinned(startGuardImage),
      'startGuardImage',
      startGuardImage,
      PINNED,
    ),
    ...settingError(
      ![undefined, 'load-balancer', 'external-name'].includes(
        settings.crossRegion,
      ),
      'crossRegion',
      settings.crossRegion,
      '"load-balancer" or "external-name"',
    ),
  ];
}

function checkMonitoring(settings: ManifestSettings): FieldError[] {
  const { monitoring, monitoringNamespace } = settings;
  return [
    ...settingError(
      !DNS_LABEL.test(monitoringNamespace),
      'monitoringNamespace',
      monitoringNamespace,
      'a Kubernetes namespace',
    ),
    ...settingError(
      ![undefined, 'PodMonitor', 'ServiceMonitor'].includes(monitoring?.kind),
      'monitoring.kind',
      monitoring?.kind,
      '"PodMonitor" or "ServiceMonitor"',
    ),
    ...mapErrors(monitoring?.labels, 'monitoring.labels', LABELS),
    ...mapErrors(
      monitoring?.dashboardLabels,
      'monitoring.dashboardLabels',
      LABELS,
    ),
  ];
}

function checkPlatform({ issuer, argoCd }: ManifestSettings): FieldError[] {
  return [
    ...settingError(
      ![undefined, 'Issuer', 'ClusterIssuer'].includes(issuer?.kind),
      'issuer.kind',
      issuer?.kind,
      '"Issuer" or "ClusterIssuer"',
    ),
    ...settingError(
      issuer !== undefined && !DNS_NAME.test(issuer.name),
      'issuer.name',
      issuer?.name,
      'the name of a cert-manager issuer',
    ),
    ...settingError(
      argoCd !== undefined && !DNS_LABEL.test(argoCd.namespace),
      'argoCd.namespace',
      argoCd?.namespace,
      'a Kubernetes namespace',
    ),
    ...settingError(
      argoCd !== undefined && !DNS_NAME.test(argoCd.project),
      'argoCd.project',
      argoCd?.project,
      'the name of an Argo CD project',
    ),
    ...settingError(
      argoCd !== undefined && !GIT_REVISION.test(argoCd.revision),
      'argoCd.revision',
      argoCd?.revision,
      'a branch or tag, such as "main"',
    ),
  ];
}

/**
 * Checks the part of the platform team's settings that a cache uses, because these values end up in command lines,
 * host names, network rules and references to other objects. A region no cache asks for cannot stop this one.
 */
export function checkSettings(
  settings: ManifestSettings,
  used: { regions: readonly string[]; topology: Topology | undefined },
): FieldError[] {
  const names = settings.regions.map(({ name }) => name);
  return [
    ...settings.regions.flatMap((region, index) =>
      used.regions.includes(region.name)
        ? checkRegionSettings(region, index, {
            isRepeated: names.indexOf(region.name) !== index,
            topology: used.topology,
          })
        : [],
    ),
    ...checkServer(settings),
    ...checkMonitoring(settings),
    ...checkPlatform(settings),
  ];
}
