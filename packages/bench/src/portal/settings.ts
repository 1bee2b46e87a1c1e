import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Entity } from '@backstage/catalog-model';
import { JsonObject, JsonValue } from '@backstage/types';
import { FleetCache } from 'cache-fleet';
import { z } from 'zod';
import { Scope } from '../runBenchmark';

const json: z.ZodType<JsonValue> = z.json();
const jsonObject: z.ZodType<JsonObject> = z.record(z.string(), json);

const database = z.discriminatedUnion('client', [
  z.object({ client: z.literal('pg'), connection: z.string() }),
  z.object({
    client: z.literal('better-sqlite3'),
    connection: z.object({ filename: z.string() }),
  }),
]);

/** Where a portal keeps what it remembers. */
export type PortalDatabase = z.infer<typeof database>;

const entity: z.ZodType<Entity> = z.object({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.object({ name: z.string() }).catchall(json),
  spec: jsonObject,
});

/** What a portal is started with; `dragonfly` is what stands under that name in app-config. */
export const portalSettings = z.object({
  dragonfly: jsonObject,
  entities: z.array(entity),
  database,
});

export type PortalSettings = z.infer<typeof portalSettings>;

/** The catalog entity of a pair. */
export function entityOf(
  name: string,
  owner = 'group:default/platform',
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name,
      namespace: 'default',
      annotations: {
        'dragonflydb.io/cache': name,
        'dragonflydb.io/topology': 'replicated',
        'dragonflydb.io/regions': 'region1,region2',
        'dragonflydb.io/primary-region': 'region1',
      },
    },
    spec: { type: 'cache', owner },
  };
}

/** What app-config says of pairs that run. */
export function configOf(
  caches: readonly FleetCache[],
  monitor: JsonObject,
): JsonObject {
  return {
    regions: {
      region1: { title: 'Frankfurt', domain: 'region1.example.com' },
      region2: { title: 'Dublin', domain: 'region2.example.com' },
    },
    monitor,
    caches: Object.fromEntries(
      caches.map(cache => [cache.name, { nodes: nodesOf(cache, monitor) }]),
    ),
  };
}

function nodesOf(cache: FleetCache, monitor: JsonObject): JsonObject {
  return Object.fromEntries(
    cache.nodes.map(({ region, portalAddress, credentials }) => [
      region,
      {
        ...portalAddress,
        ...credentials.monitor,
        // Without need, a portal is not given more than it may have.
        ...('lag' in monitor
          ? { operations: { ...credentials.operator } }
          : {}),
      },
    ]),
  );
}

/** An empty SQLite database in a file, gone with the benchmark. */
export async function sqliteFile(scope: Scope): Promise<PortalDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-portal-'));
  scope.defer(() => rm(folder, { recursive: true, force: true }));
  return {
    client: 'better-sqlite3',
    connection: { filename: join(folder, 'portal.sqlite') },
  };
}
