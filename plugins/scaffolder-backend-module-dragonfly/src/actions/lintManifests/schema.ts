import type { z as zod } from 'zod/v3';

type Z = typeof zod;

/** Input of `dragonfly:manifests:lint`. */
export const inputSchema = {
  sourcePath: (z: Z) =>
    z
      .string()
      .optional()
      .describe(
        'File or folder within the workspace that holds the manifests; either this or `url`',
      ),
  url: (z: Z) =>
    z
      .string()
      .optional()
      .describe(
        'Address of a file or of a folder of a repository that the backend may read; either this or `sourcePath`',
      ),
  failOn: (z: Z) =>
    z
      .enum(['error', 'warning', 'never'])
      .optional()
      .describe(
        'From which severity on findings fail the step; `error` when absent',
      ),
  sarifPath: (z: Z) =>
    z
      .string()
      .optional()
      .describe(
        'File within the workspace that the report is written to as SARIF 2.1.0; none when absent',
      ),
};

/** Output of `dragonfly:manifests:lint`. */
export const outputSchema = {
  findings: (z: Z) =>
    z
      .array(
        z.object({
          rule: z.string(),
          severity: z.enum(['error', 'warning', 'info']),
          path: z.string(),
          line: z.number(),
          object: z.string().optional(),
          message: z.string(),
          why: z.string(),
          fix: z.string(),
          adrLine: z.number().optional(),
        }),
      )
      .describe('What was found, sorted by path and line'),
  counts: (z: Z) =>
    z
      .object({ error: z.number(), warning: z.number(), info: z.number() })
      .describe('How many findings there are of each severity'),
  unread: (z: Z) =>
    z
      .array(z.object({ path: z.string(), reason: z.string() }))
      .describe('Files that could not be read, and why'),
  policyRevision: (z: Z) =>
    z.string().describe('Revision of the policy the files were compared with'),
  report: (z: Z) =>
    z
      .string()
      .describe(
        'The findings as Markdown, for a pull request or the last page of the wizard',
      ),
};
