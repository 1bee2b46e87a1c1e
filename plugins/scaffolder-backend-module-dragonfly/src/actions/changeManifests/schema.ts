import type { z as zod } from 'zod/v3';
import { deletedOutput, folderInput, folderOutput } from '../folderSchema';

type Z = typeof zod;

/** Input of `dragonfly:manifests:change`; without any change, the files are made anew as the policy is now. */
export const inputSchema = {
  ...folderInput,
  memory: (z: Z) =>
    z
      .string()
      .optional()
      .describe('New limit of the data set, for example `4Gi`'),
  threads: (z: Z) =>
    z.number().int().optional().describe('New number of server threads'),
  sizing: (z: Z) =>
    z
      .object({
        data: z.string().optional(),
        writesPerSecond: z.number().optional(),
        toleratedCutSeconds: z.number().optional(),
        roundTripMilliseconds: z.number().optional(),
      })
      .optional()
      .describe(
        'New answers on what the cache is to carry, all four; they replace memory and threads that are not given beside them',
      ),
  addConsumers: (z: Z) =>
    z
      .array(
        z.union([
          z.string(),
          z.object({ entityRef: z.string(), namespace: z.string().optional() }),
        ]),
      )
      .optional()
      .describe('Components that use the cache from now on'),
  removeConsumers: (z: Z) =>
    z
      .array(z.string())
      .optional()
      .describe('Components that no longer use the cache'),
  addRegions: (z: Z) =>
    z
      .array(z.string())
      .optional()
      .describe('Further regions; each gets a server of its own'),
  removeRegions: (z: Z) =>
    z
      .array(z.string())
      .optional()
      .describe(
        'Regions whose server goes away with the data it holds; never the primary’s',
      ),
  description: (z: Z) => z.string().optional().describe('New description'),
  owner: (z: Z) =>
    z.string().optional().describe('Entity reference of the new owner'),
  system: (z: Z) =>
    z.string().optional().describe('Entity reference of the new System'),
  secrets: (z: Z) =>
    z
      .enum(['external-secret', 'bring-your-own'])
      .optional()
      .describe('Where the passwords come from'),
  tls: (z: Z) =>
    z.boolean().optional().describe('Encrypts clients and replication'),
  crossRegion: (z: Z) =>
    z
      .enum(['load-balancer', 'external-name'])
      .optional()
      .describe('How the regions reach each other'),
  argoCd: (z: Z) =>
    z.boolean().optional().describe('Adds an Argo CD ApplicationSet'),
  repository: (z: Z) =>
    z
      .object({ url: z.string(), folder: z.string() })
      .optional()
      .describe(
        'Repository, and the folder in it that holds the folder of the cache; Argo CD reads the files there',
      ),
  overwriteEdited: (z: Z) =>
    z
      .boolean()
      .optional()
      .describe(
        'Overwrites generated files that somebody edited; without it they stop the action',
      ),
  policyRevision: (z: Z) =>
    z
      .string()
      .optional()
      .describe(
        'Revision of the policy the change was decided under; the action stops when another one is in force',
      ),
};

/** Output of `dragonfly:manifests:change`. */
export const outputSchema = {
  ...folderOutput,
  ...deletedOutput,
  restart: (z: Z) =>
    z
      .enum(['none', 'restart', 'recreate', 'operator'])
      .describe('What running servers need for the change; see the report'),
  policyRevision: (z: Z) =>
    z.string().describe('Revision of the policy the files were made from'),
};
