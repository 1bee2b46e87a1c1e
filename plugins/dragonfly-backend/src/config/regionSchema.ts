import { z } from 'zod';
import { text, texts, word } from './fields';

const CLUSTER = 'an object with either "name" or "server"';

const secretStore = z.strictObject(
  {
    kind: word('SecretStore', 'ClusterSecretStore').default(
      'ClusterSecretStore',
    ),
    name: text('the name of a secret store'),
    path: text('a path in the store').refine(
      path => path.includes('{{cache}}'),
      {
        error:
          'a path in the store with the placeholder {{cache}}, because each cache has passwords of its own',
      },
    ),
  },
  { error: 'an object with "name" and "path"' },
);

const cluster = z.union(
  [
    z.strictObject({ name: text('the name of a cluster') }),
    z.strictObject({ server: text('the address of an API server') }),
  ],
  { error: CLUSTER },
);

/** One region of the config, by whose name it is listed. */
export const region = z.strictObject({
  title: text('a title for people').optional(),
  domain: text('a DNS suffix such as databases.region1.example.com'),
  cidrs: z
    .array(text('an address range'), {
      error: 'a list of address ranges such as 10.1.0.0/16',
    })
    .default([]),
  loadBalancerAnnotations: texts(
    'an object with the value of each annotation as a text',
  ).optional(),
  secretStore: secretStore.optional(),
  cluster: cluster.optional(),
});
