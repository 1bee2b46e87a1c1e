import { setTimeout as sleep } from 'node:timers/promises';
import { mockCredentials } from '@backstage/backend-test-utils';
import { DragonflyClient } from 'backstage-plugin-dragonfly-common';
import { z } from 'zod';
import { startPairs } from '../fleet/startPairs';
import { configOf, entityOf } from '../portal';
import { Program } from '../programs';
import { Scope } from '../runBenchmark';
import { clientAt } from './clientAt';
import { Engine } from './engines';
import { seedTicks } from './seedTicks';
import { seedWeek } from './seedWeek';

const CALLER = 'user:default/alice';
const READY_DEADLINE_MS = 300_000;

/** Waits until the caller is shown all caches of its own, which takes the catalog until it has processed them. */
async function untilAllShown(
  client: DragonflyClient,
  expected: number,
): Promise<void> {
  const end = performance.now() + READY_DEADLINE_MS;
  for (;;) {
    let failure: unknown;
    const shown = await client.getCaches().then(
      ({ items }) =>
        items.filter(({ nodes }) => nodes.every(node => node.facts)),
      error => {
        failure = error;
        return [];
      },
    );
    if (shown.length === expected) {
      return;
    }
    if (performance.now() > end) {
      throw new Error(
        `After five minutes ${shown.length} of ${expected} caches are shown and observed.`,
        { cause: failure },
      );
    }
    await sleep(1_000);
  }
}

/** A running backend with many caches, and who asks it. */
export interface FullPortal {
  port: number;
  /** Says who asks. */
  token: string;
  /** References of the caches the caller may know of, sorted. */
  own: string[];
  /** Whether the portal has packed the five minutes of samples that waited for it when it started. */
  hasPacked(): Promise<boolean>;
  stop(): Promise<void>;
}

/**
 * Starts a backend with a real catalog of so many caches, a real permission backend and a week of history, and waits until
 * every cache is observed. Five minutes of samples are left for it to pack, as there are every five minutes. The caches share one pair of real servers.
 *
 * @param options - `ownersOnly`: the caller owns every other cache and may know of no other
 */
export async function startFullPortal(
  scope: Scope,
  engine: Engine,
  options: { caches: number; ownersOnly: boolean },
): Promise<FullPortal> {
  const caches = Array.from({ length: options.caches }, (_, number) => ({
    name: `shop-${String(number).padStart(4, '0')}`,
    owner:
      number % 2 === 0 || !options.ownersOnly ? CALLER : 'group:default/others',
  }));
  const [pair] = await startPairs(scope, 1);
  const { caches: places, ...dragonfly } = configOf([pair], {});
  const program = Program.start('api/apiProgram.ts');
  scope.defer(() => program.stop());
  const { port } = await program.ask(
    'start',
    {
      dragonfly: {
        ...dragonfly,
        profiles: {
          default: z
            .record(z.string(), z.record(z.string(), z.json()))
            .parse(places)[pair.name],
        },
      },
      entities: caches.map(({ name, owner }) => entityOf(name, owner)),
      backend: { database: engine.config },
    },
    z.object({ port: z.number() }),
  );
  const own = caches
    .filter(({ owner }) => owner === CALLER)
    .map(({ name }) => `resource:default/${name}`);
  const knex = engine.connect();
  scope.defer(() => knex.destroy());
  await seedWeek(knex, own, Date.now());
  const hasPacked = await seedTicks(knex, own, Date.now());
  const token = mockCredentials.user.token(CALLER);
  await untilAllShown(clientAt(port, token), own.length);
  return { port, token, own, hasPacked, stop: () => program.stop() };
}
