import { setTimeout as sleep } from 'node:timers/promises';

/** One kind of question, and how many of a round of questions are of it. */
export interface Question {
  name: string;
  share: number;
}

/** The order in which the kinds of one round follow each other, as evenly as possible. */
export function roundOf(questions: readonly Question[]): Question[] {
  return questions
    .flatMap(question =>
      Array.from({ length: question.share }, (_, index) => ({
        question,
        place: (index + 0.5) / question.share,
      })),
    )
    .sort((one, other) => one.place - other.place)
    .map(({ question }) => question);
}

/** When the questions of one kind are due, milliseconds from the start: one question of any kind follows another at a steady rate. */
export function dueTimes(
  questions: readonly Question[],
  name: string,
  options: { perSecond: number; seconds: number },
): number[] {
  const round = roundOf(questions);
  return Array.from(
    { length: options.perSecond * options.seconds },
    (_, number) => number,
  )
    .filter(number => round[number % round.length].name === name)
    .map(number => (number * 1_000) / options.perSecond);
}

/**
 * Asks at given moments, whether or not earlier questions are answered, and measures each from the moment it was due: a
 * backend that falls behind is not asked less for it.
 *
 * @param startAt - what the moments are counted from, Unix milliseconds
 * @returns milliseconds
 */
export async function askAt(
  due: readonly number[],
  startAt: number,
  ask: () => Promise<void>,
): Promise<number[]> {
  const offset = performance.now() + startAt - Date.now();
  const asked: Promise<number>[] = [];
  for (const moment of due) {
    const dueAt = offset + moment;
    const wait = dueAt - performance.now();
    if (wait > 0) {
      await sleep(wait);
    }
    asked.push(ask().then(() => performance.now() - dueAt));
  }
  return Promise.all(asked);
}
