import {
  list,
  object,
  oneOf,
  Schema,
  text,
  textByName,
  texts,
} from './objects';

const region = object({
  name: text,
  title: text,
  domain: text,
  cidrs: texts,
  'loadBalancerAnnotations?': textByName,
  'secretStore?': object({
    kind: oneOf('SecretStore', 'ClusterSecretStore'),
    name: text,
    path: text,
  }),
  'cluster?': { oneOf: [object({ name: text }), object({ server: text })] },
});

/** `ManifestSettings` of dragonfly-common: names, paths and addresses, never a secret. */
export const manifestSettingsSchema: Schema = object({
  regions: list(region),
  image: text,
  serverVersion: text,
  monitoringNamespace: text,
  'startGuardImage?': text,
  'crossRegion?': oneOf('load-balancer', 'external-name'),
  'monitoring?': object({
    kind: oneOf('PodMonitor', 'ServiceMonitor'),
    labels: textByName,
    dashboardLabels: textByName,
  }),
  'issuer?': object({ kind: oneOf('Issuer', 'ClusterIssuer'), name: text }),
  'argoCd?': object({ namespace: text, project: text, revision: text }),
});
