import { z } from 'zod';

const milliseconds = z.number().min(0).max(60_000);
const bytesPerSecond = z.number().int().min(1);

function perDirection<Schema extends z.ZodType>(schema: Schema) {
  return z.union([
    schema,
    z.strictObject({
      toPrimary: schema.optional(),
      toReplica: schema.optional(),
    }),
  ]);
}

/** Region of the primary at the other end of a link; its usual one when absent. */
const to = z.string().optional();

/** What each action takes. */
export const applySchema = z.strictObject({ folder: z.string().min(1) });
export const nothingSchema = z.strictObject({});
export const restartSchema = z.strictObject({ empty: z.boolean().optional() });
export const linkSchema = z.strictObject({ to });
export const delaySchema = z.strictObject({
  to,
  milliseconds: perDirection(milliseconds),
});
export const throttleSchema = z.strictObject({
  to,
  bytesPerSecond: perDirection(bytesPerSecond),
});
export const blackHoleSchema = z.strictObject({
  to,
  direction: z.enum(['both', 'toPrimary', 'toReplica']).optional(),
});

const directionSchema = z.object({
  delayMs: z.number(),
  bytesPerSecond: z.number().optional(),
  blackHole: z.boolean(),
});

/** One cache as the control server describes it; holds no password. */
export const cacheSchema = z.object({
  name: z.string(),
  entityRef: z.string(),
  topology: z.enum(['replicated', 'independent']),
  nodes: z.array(
    z.object({
      region: z.string(),
      port: z.number(),
      running: z.boolean(),
      frozen: z.boolean(),
    }),
  ),
  links: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      cut: z.boolean(),
      toPrimary: directionSchema,
      toReplica: directionSchema,
    }),
  ),
});

/** Answer to a list of caches. */
export const cachesSchema = z.object({ caches: z.array(cacheSchema) });

/** Answer to applied manifests. */
export const appliedSchema = z.object({
  cache: cacheSchema,
  started: z.array(z.string()),
  pendingRestart: z.array(z.string()),
  untranslated: z.array(
    z.object({
      argument: z.string(),
      region: z.string(),
      reason: z.string(),
    }),
  ),
});

/** Answer when something is wrong. */
export const failureSchema = z.object({
  error: z.object({ name: z.string(), message: z.string() }),
});

/** A cache of the fleet, as seen from outside the process. @public */
export type ControlledCache = z.infer<typeof cacheSchema>;

/** What was applied, as seen from outside the process. @public */
export type ControlledApply = z.infer<typeof appliedSchema>;

/** What a delay takes. @public */
export type DelayInput = z.infer<typeof delaySchema>;

/** What a throttle takes. @public */
export type ThrottleInput = z.infer<typeof throttleSchema>;

/** What a black hole takes. @public */
export type BlackHoleInput = z.infer<typeof blackHoleSchema>;
