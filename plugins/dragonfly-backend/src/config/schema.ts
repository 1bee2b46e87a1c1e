import { z } from 'zod';
import { host, label, milliseconds, port, text, toggle } from './fields';

const node = z
  .strictObject(
    {
      host,
      port: port.default(6379),
      tls: toggle.default(false),
      caFile: text('the path of a PEM file').optional(),
      username: text('the name of a user').optional(),
      password: text('a password').optional(),
      passwordFile: text('the path of a file').optional(),
    },
    { error: 'an object with "host"' },
  )
  .refine(({ password, passwordFile }) => !(password && passwordFile), {
    path: ['passwordFile'],
    error: 'either "password" or "passwordFile", not both',
  })
  .refine(
    ({ username, password, passwordFile }) =>
      !username || password || passwordFile,
    {
      path: ['username'],
      error: 'a "password" or "passwordFile" beside the user name',
    },
  )
  .refine(({ tls, caFile }) => tls || !caFile, {
    path: ['caFile'],
    error: '"tls: true" beside a file of certificate authorities',
  });

const nodes = z.record(label, node, {
  error: 'an object with a node for each region',
});

const manifests = z
  .strictObject({
    image: text('the reference of a container image').default(
      'docker.dragonflydb.io/dragonflydb/dragonfly:v1.40.1',
    ),
    serverVersion: z
      .string({ error: 'a version such as 1.40.1' })
      .regex(/^\d+\.\d+\.\d+$/, { error: 'a version such as 1.40.1' })
      .optional(),
    monitoringNamespace: label.default('monitoring'),
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

const monitor = z
  .strictObject({
    interval: milliseconds.prefault({ seconds: 2 }),
    timeout: milliseconds.optional(),
    lagThreshold: milliseconds.prefault({ seconds: 10 }),
    lagThresholds: z.record(label, milliseconds).default({}),
  })
  .refine(({ interval, timeout }) => !timeout || timeout < interval, {
    path: ['timeout'],
    error: 'a duration shorter than dragonfly.monitor.interval',
  });

/** The config under `dragonfly`, except that regions are not yet looked up. */
export const settingsSchema = z.object({
  regions: z
    .record(
      label,
      z.strictObject({
        title: text('a title for people').optional(),
        domain: text('a DNS suffix such as databases.region1.example.com'),
        cidrs: z
          .array(text('an address range'), {
            error: 'a list of address ranges such as 10.1.0.0/16',
          })
          .default([]),
      }),
    )
    .default({}),
  manifests: manifests.prefault({}),
  inventory: z
    .strictObject({ refreshInterval: milliseconds.prefault({ seconds: 10 }) })
    .prefault({}),
  monitor: monitor.prefault({}),
  profiles: z
    .record(
      text('a name'),
      z.strictObject({ nodes }, { error: 'an object with "nodes"' }),
    )
    .default({}),
  caches: z
    .record(
      label,
      z.strictObject({
        entityRef: text(
          'an entity reference such as resource:default/sessions',
        ).optional(),
        nodes: nodes.optional(),
      }),
    )
    .default({}),
});

export type ParsedSettings = z.infer<typeof settingsSchema>;
