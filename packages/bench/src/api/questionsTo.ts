import { DragonflyClient } from 'backstage-plugin-dragonfly-common';
import { Question } from './openLoop';

const PAGE = 100;
const WEEK_MS = 7 * 24 * 3_600_000;

/** The questions of the benchmark, each with the time in which 99 of 100 have to be answered. */
export const questions: (Question & { targetMs: number })[] = [
  { name: 'page', targetMs: 50, share: 1 },
  { name: 'one cache', targetMs: 15, share: 3 },
  { name: 'series of a week', targetMs: 100, share: 1 },
];

/**
 * How each question is asked, by its name.
 *
 * @param own - references of the caches the caller may know of, sorted
 */
export function questionsTo(
  client: DragonflyClient,
  own: readonly string[],
): Map<string, () => Promise<void>> {
  const anyOwn = () => own[Math.floor(Math.random() * own.length)];
  const anyCursor = () =>
    own[Math.floor(Math.random() * Math.max(1, own.length - PAGE))];
  return new Map([
    [
      'page',
      async () => {
        const { items } = await client.getCaches({
          limit: PAGE,
          cursor: anyCursor(),
        });
        expectAnswer(items.length === Math.min(PAGE, own.length - 1));
      },
    ],
    [
      'one cache',
      async () => {
        const { nodes } = await client.getCache(anyOwn());
        expectAnswer(nodes.length === 2);
      },
    ],
    [
      'series of a week',
      async () => {
        const now = Date.now();
        const { series } = await client.getSeries({
          entityRef: anyOwn(),
          metrics: ['lag', 'memory', 'commands'],
          from: new Date(now - WEEK_MS).toISOString(),
          to: new Date(now).toISOString(),
        });
        expectAnswer(series.some(({ points }) => points.length >= 7 * 24));
      },
    ],
  ]);
}

function expectAnswer(isRight: boolean): void {
  if (!isRight) {
    throw new Error('The API answered something else than was asked for.');
  }
}
