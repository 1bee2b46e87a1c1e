import { z } from 'zod';
import { MIB } from '../units';
import { EXPECTED } from './expectations';
import {
  DNS_LABEL,
  ENTITY_REF,
  FOLDER,
  REPOSITORY_URL,
  SERVICE_NAME,
  VISIBLE_LINE,
} from './patterns';

function entityRef(kinds: readonly string[], expected: string) {
  return z
    .string({ error: expected })
    .max(200, { error: expected })
    .regex(ENTITY_REF, { error: expected })
    .refine(
      ref => kinds.includes(ref.slice(0, ref.indexOf(':')).toLowerCase()),
      {
        error: expected,
      },
    )
    .transform(ref => ref.toLowerCase());
}

function boundedList<T extends z.ZodType>(
  item: T,
  limit: number,
  expected: string,
) {
  // The length is checked before any item is looked at, so a list of millions costs nothing.
  return z
    .array(z.unknown(), { error: expected })
    .max(limit, { error: expected })
    .pipe(z.array(item));
}

const region = z
  .string({ error: EXPECTED.primaryRegion.is })
  .regex(DNS_LABEL, { error: EXPECTED.primaryRegion.is });

const consumer = z.strictObject(
  {
    entityRef: entityRef(['component', 'resource'], EXPECTED.entityRef.is),
    namespace: z
      .string({ error: EXPECTED.namespace.is })
      .regex(DNS_LABEL, { error: EXPECTED.namespace.is })
      .optional(),
  },
  { error: 'an object with "entityRef" and, optionally, "namespace"' },
);

function wholeNumber(minimum: number, maximum: number, expected: string) {
  return z
    .int({ error: expected })
    .min(minimum, { error: expected })
    .max(maximum, { error: expected });
}

const sizing = z.strictObject(
  {
    dataBytes: wholeNumber(MIB, 2 ** 40, EXPECTED.dataBytes.is),
    writesPerSecond: wholeNumber(0, 10_000_000, EXPECTED.writesPerSecond.is),
    toleratedCutSeconds: wholeNumber(
      0,
      86_400,
      EXPECTED.toleratedCutSeconds.is,
    ),
    roundTripMilliseconds: z
      .number({ error: EXPECTED.roundTripMilliseconds.is })
      .min(0, { error: EXPECTED.roundTripMilliseconds.is })
      .max(10_000, { error: EXPECTED.roundTripMilliseconds.is }),
  },
  { error: EXPECTED.sizing.is },
);

const repository = z.strictObject(
  {
    url: z
      .string({ error: EXPECTED.repository.is })
      .max(500, { error: EXPECTED.repository.is })
      .regex(REPOSITORY_URL, { error: EXPECTED.repository.is }),
    folder: z
      .string({ error: EXPECTED.repository.is })
      .max(200, { error: EXPECTED.repository.is })
      .regex(FOLDER, { error: EXPECTED.repository.is }),
  },
  { error: EXPECTED.repository.is },
);

/**
 * The shape of a cache request: types, lengths and characters of each field on its own. The message of every issue is
 * the text of what was expected. References come out in lower case, as the catalog compares them.
 */
export const cacheSpecShape = z.strictObject(
  {
    name: z
      .string({ error: EXPECTED.name.is })
      .max(40, { error: EXPECTED.name.is })
      .regex(SERVICE_NAME, { error: EXPECTED.name.is }),
    description: z
      .string({ error: EXPECTED.description.is })
      .max(500, { error: EXPECTED.description.is })
      .regex(VISIBLE_LINE, { error: EXPECTED.description.is })
      .optional(),
    owner: entityRef(['group', 'user'], EXPECTED.owner.is),
    system: entityRef(['system'], EXPECTED.system.is).optional(),
    useCase: z
      .string({ error: EXPECTED.useCase.is })
      .max(200, { error: EXPECTED.useCase.is }),
    topology: z
      .enum(['replicated', 'independent'], { error: EXPECTED.topology.is })
      .optional(),
    primaryRegion: region,
    otherRegions: boundedList(region, 20, EXPECTED.otherRegions.is),
    memoryBytes: z
      .int({ error: EXPECTED.memoryBytes.is })
      .min(256 * MIB, { error: EXPECTED.memoryBytes.is })
      .max(2 ** 40, { error: EXPECTED.memoryBytes.is })
      .multipleOf(MIB, { error: EXPECTED.memoryBytes.is })
      .optional(),
    threads: z
      .int({ error: EXPECTED.threads.is })
      .min(1, { error: EXPECTED.threads.is })
      .max(64, { error: EXPECTED.threads.is })
      .optional(),
    consumers: boundedList(consumer, 100, EXPECTED.consumers.is),
    sizing: sizing.optional(),
    flavour: z
      .enum(['kustomize', 'operator'], { error: EXPECTED.flavour.is })
      .optional(),
    secrets: z
      .enum(['external-secret', 'bring-your-own'], {
        error: EXPECTED.secrets.is,
      })
      .optional(),
    tls: z.boolean({ error: EXPECTED.tls.is }).optional(),
    crossRegion: z
      .enum(['load-balancer', 'external-name'], {
        error: EXPECTED.crossRegion.is,
      })
      .optional(),
    argoCd: z.boolean({ error: EXPECTED.argoCd.is }).optional(),
    repository: repository.optional(),
  },
  { error: EXPECTED.spec.is },
);
