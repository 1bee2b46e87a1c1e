import { z } from 'zod';
import { label, text, texts, word } from './fields';

const LABELS = 'an object with the value of each label as a text';

const monitoring = z.strictObject(
  {
    kind: word('PodMonitor', 'ServiceMonitor').default('PodMonitor'),
    labels: texts(LABELS).default({}),
    dashboardLabels: texts(LABELS).default({ grafana_dashboard: '1' }),
  },
  { error: 'an object with "kind", "labels" and "dashboardLabels"' },
);

const issuer = z.strictObject(
  {
    kind: word('Issuer', 'ClusterIssuer').default('ClusterIssuer'),
    name: text('the name of an issuer'),
  },
  { error: 'an object with "name"' },
);

const argoCd = z.strictObject(
  {
    namespace: label.default('argocd'),
    project: text('the name of a project').default('default'),
    revision: text('a branch or tag').default('HEAD'),
  },
  { error: 'an object with "namespace", "project" and "revision"' },
);

/** What the config says of generated manifests, except the regions. */
export const manifests = z
  .strictObject({
    image: text('the reference of a container image').default(
      'docker.dragonflydb.io/dragonflydb/dragonfly:v1.40.1',
    ),
    serverVersion: z
      .string({ error: 'a version such as 1.40.1' })
      .regex(/^\d+\.\d+\.\d+$/, { error: 'a version such as 1.40.1' })
      .optional(),
    monitoringNamespace: label.default('monitoring'),
    startGuardImage: text('the reference of a container image').optional(),
    crossRegion: word('load-balancer', 'external-name').optional(),
    monitoring: monitoring.optional(),
    issuer: issuer.optional(),
    argoCd: argoCd.optional(),
  })
  .transform((value, context) => {
    const serverVersion =
      value.serverVersion ?? /:v?(\d+\.\d+\.\d+)/.exec(value.image)?.[1];
    if (serverVersion) {
      return { ...value, serverVersion };
    }
    context.addIssue({
      code: 'custom',
      path: ['serverVersion'],
      message:
        'the version of the server, such as 1.40.1, because the tag of dragonfly.manifests.image is none',
    });
    return z.NEVER;
  });
