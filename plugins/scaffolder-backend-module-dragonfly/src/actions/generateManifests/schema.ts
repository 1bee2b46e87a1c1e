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
  consumers: (z: Z) =>
    z
      .array(z.string())
      .optional()
      .describe('Entity references of the Components that use the cache'),
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
