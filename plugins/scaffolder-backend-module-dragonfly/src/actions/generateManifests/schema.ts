import type { z as zod } from 'zod/v3';

type Z = typeof zod;

/** Input of `dragonfly:manifests:generate`; field names are those of the wizard's answers. */
export const inputSchema = {
  name: (z: Z) =>
    z
      .string()
      .describe(
        'Name of the cache: a DNS label of at most 40 characters, not yet used by another cache',
      ),
  description: (z: Z) =>
    z.string().optional().describe('What the cache is for, one sentence'),
  owner: (z: Z) =>
    z
      .string()
      .describe(
        'Entity reference of the owning Group or User, for example `group:default/identity`',
      ),
  system: (z: Z) =>
    z
      .string()
      .optional()
      .describe('Entity reference of the System the cache is part of'),
  useCase: (z: Z) =>
    z
      .string()
      .describe(
        'Id of a use case of the caching policy, for example `session-cache`',
      ),
  topology: (z: Z) =>
    z
      .enum(['replicated', 'independent'])
      .optional()
      .describe(
        'Needed only where the policy leaves disaster recovery optional; elsewhere it follows from the use case',
      ),
  policyRevision: (z: Z) =>
    z
      .string()
      .optional()
      .describe(
        'Revision of the policy the answers were given under; the action stops when another one is in force',
      ),
  primaryRegion: (z: Z) =>
    z
      .string()
      .describe(
        'Region of the primary; with the topology `independent`, the first region',
      ),
  otherRegions: (z: Z) =>
    z
      .array(z.string())
      .optional()
      .describe(
        'Regions of the replicas; with the topology `independent`, of the further primaries',
      ),
  memory: (z: Z) =>
    z
      .string()
      .optional()
      .describe(
        'Limit of the data set, for example `2Gi`; what the policy says when absent',
      ),
  threads: (z: Z) =>
    z
      .number()
      .int()
      .optional()
      .describe('Server threads; what the memory allows when absent'),
  sizing: (z: Z) =>
    z
      .object({
        data: z
          .string()
          .optional()
          .describe('All keys and values at their peak, for example `1.5Gi`'),
        writesPerSecond: z
          .number()
          .optional()
          .describe('Writes per second at their peak'),
        toleratedCutSeconds: z
          .number()
          .optional()
          .describe(
            'Longest cut between the regions, in seconds, after which no full resync is needed',
          ),
        roundTripMilliseconds: z
          .number()
          .optional()
          .describe('Round-trip time between the regions in milliseconds'),
      })
      .optional()
      .describe(
        'What the cache is to carry, all four or nothing; memory, threads and backlog are computed from it where they are not given',
      ),
  consumers: (z: Z) =>
    z
      .array(
        z.union([
          z.string(),
          z.object({
            entityRef: z.string().describe('Reference of the Component'),
            namespace: z
              .string()
              .optional()
              .describe(
                'Kubernetes namespace it runs in; what its entity says, else its name, when absent',
              ),
          }),
        ]),
      )
      .optional()
      .describe(
        'The Components that use the cache: entity references, alone or with a Kubernetes namespace',
      ),
  flavour: (z: Z) =>
    z
      .enum(['kustomize', 'operator'])
      .optional()
      .describe(
        'What makes the servers: plain objects, or the Dragonfly operator (caches without replicas only); `kustomize` when absent',
      ),
  secrets: (z: Z) =>
    z
      .enum(['external-secret', 'bring-your-own'])
      .optional()
      .describe(
        'Where the passwords come from; `external-secret` when absent and every region has a secret store',
      ),
  tls: (z: Z) =>
    z
      .boolean()
      .optional()
      .describe(
        'Encrypts clients and replication; on when absent and the platform has an issuer',
      ),
  crossRegion: (z: Z) =>
    z
      .enum(['load-balancer', 'external-name'])
      .optional()
      .describe(
        'How the regions reach each other; what the platform uses when absent',
      ),
  argoCd: (z: Z) =>
    z
      .boolean()
      .optional()
      .describe(
        'Adds an Argo CD ApplicationSet; on when absent, the platform has Argo CD and the repository is given',
      ),
  repository: (z: Z) =>
    z
      .object({
        url: z
          .string()
          .optional()
          .describe(
            'Address of the repository, for example `https://github.com/acme/platform`',
          ),
        folder: z
          .string()
          .optional()
          .describe('Folder in it that gets the folder of the cache'),
      })
      .optional()
      .describe('Where the files will live; Argo CD reads them there'),
  targetPath: (z: Z) =>
    z
      .string()
      .optional()
      .describe(
        'Folder within the workspace the files are written to; the workspace itself when absent',
      ),
};

/** Output of `dragonfly:manifests:generate`. */
export const outputSchema = {
  paths: (z: Z) =>
    z
      .array(z.string())
      .describe('The files written, relative to the workspace, sorted'),
  catalogInfoPath: (z: Z) =>
    z
      .string()
      .describe('The catalog-info.yaml among them, relative to the workspace'),
  entityRef: (z: Z) =>
    z
      .string()
      .describe('Reference the cache will have in the catalog once registered'),
  summary: (z: Z) => z.string().describe('The cache in one line'),
  topology: (z: Z) =>
    z
      .enum(['replicated', 'independent'])
      .describe(
        'The topology in force after policy and input were put together',
      ),
  deviations: (z: Z) =>
    z
      .array(z.object({ id: z.string(), reason: z.string() }))
      .describe('Where the files differ from the text of the policy, and why'),
  policyRevision: (z: Z) =>
    z.string().describe('Revision of the policy the files were made from'),
  report: (z: Z) =>
    z
      .string()
      .describe(
        'Summary, policy and deviations as Markdown, for a pull request or the last page of the wizard',
      ),
};
