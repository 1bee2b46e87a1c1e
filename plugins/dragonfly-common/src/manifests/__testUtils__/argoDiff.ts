import { z } from 'zod';
import { identitiesOf } from './objects';

const head = z.looseObject({
  kind: z.string(),
  metadata: z.looseObject({ name: z.string(), namespace: z.string() }),
});

/** What an Application's `ignoreDifferences` has here. */
export const ignoredSchema = z.array(
  z.strictObject({
    kind: z.string(),
    name: z.string(),
    namespace: z.string(),
    jsonPointers: z.array(z.string().regex(/^\/[a-z]+$/)),
  }),
);

export type Ignored = z.infer<typeof ignoredSchema>;

function fieldsIgnored(object: unknown, ignored: Ignored): string[] {
  const { kind, metadata } = head.parse(object);
  return ignored
    .filter(
      rule =>
        rule.kind === kind &&
        rule.name === metadata.name &&
        rule.namespace === metadata.namespace,
    )
    .flatMap(({ jsonPointers }) => jsonPointers.map(each => each.slice(1)));
}

function normalized(object: unknown, ignored: Ignored): unknown {
  const fields = fieldsIgnored(object, ignored);
  return Object.fromEntries(
    Object.entries(head.parse(object)).filter(([key]) => !fields.includes(key)),
  );
}

function byIdentity(objects: readonly unknown[]): Map<string, unknown> {
  return new Map(objects.map(each => [identitiesOf([each])[0], each]));
}

/**
 * What Argo CD finds out of sync: it takes the ignored fields out of both the desired and the live object, and compares
 * what is left. Objects that exist on one side only are out of sync too.
 */
export function outOfSync(
  desired: readonly unknown[],
  live: readonly unknown[],
  ignored: Ignored,
): string[] {
  const [wanted, present] = [byIdentity(desired), byIdentity(live)];
  const text = (object: unknown) =>
    object && JSON.stringify(normalized(object, ignored));
  return [...new Set([...wanted.keys(), ...present.keys()])]
    .filter(id => text(wanted.get(id)) !== text(present.get(id)))
    .sort();
}

/**
 * What is live after a sync with `RespectIgnoreDifferences=true`: an object that exists keeps its ignored fields, one
 * that does not exist is made as Git has it.
 */
export function synced(
  desired: readonly unknown[],
  live: readonly unknown[],
  ignored: Ignored,
): unknown[] {
  const present = byIdentity(live);
  return desired.map(object => {
    const existing = present.get(identitiesOf([object])[0]);
    if (!existing) return object;
    const kept = Object.entries(head.parse(existing)).filter(([key]) =>
      fieldsIgnored(object, ignored).includes(key),
    );
    return { ...head.parse(object), ...Object.fromEntries(kept) };
  });
}
