import { DragonflyClient } from 'backstage-plugin-dragonfly-common';
import { Question } from './openLoop';

const PAGE = 100;
const WEEK_MS = 7 * 24 * 3_600_000;

interface BenchmarkQuestion extends Question {
  /** In which 99 of 100 have to be answered. */
  targetMs: number;
  /** @param own - references of the caches the caller may know of, sorted */
  ask(client: DragonflyClient, own: readonly string[]): Promise<void>;
}

/** The questions of the benchmark. */
export const questions: readonly BenchmarkQuestion[] = [
  {
    name: 'page',
    targetMs: 50,
    share: 1,
    async ask(client, own) {
      const { items } = await client.getCaches({
        limit: PAGE,
        cursor: anyOf(own.slice(0, Math.max(1, own.length - PAGE))),
      });
      expectAnswer(items.length === Math.min(PAGE, own.length - 1));
    },
  },
  {
    name: 'one cache',
    targetMs: 15,
    share: 3,
    async ask(client, own) {
      const { nodes } = await client.getCache(anyOf(own));
      expectAnswer(nodes.length === 2);
    },
  },
  {
    name: 'series of a week',
    targetMs: 100,
    share: 1,
    async ask(client, own) {
      const now = Date.now();
      const { series } = await client.getSeries({
        entityRef: anyOf(own),
        metrics: ['lag', 'memory', 'commands'],
        from: new Date(now - WEEK_MS).toISOString(),
        to: new Date(now).toISOString(),
      });
      expectAnswer(series.some(({ points }) => points.length >= 7 * 24));
    },
  },
];

function anyOf<T>(list: readonly T[]): T {
  return list[Math.floor(Math.random() * list.length)];
}

function expectAnswer(isRight: boolean): void {
  if (!isRight) {
    throw new Error('The API answered something else than was asked for.');
  }
}
