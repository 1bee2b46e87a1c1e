import { setTimeout as sleep } from 'node:timers/promises';

/** One kind of question, and how many of a round of questions are of it. */
export interface Question {
  name: string;
  share: number;
  ask: () => Promise<void>;
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

/**
 * Asks at a steady rate, whether or not earlier questions are answered, and measures each from the moment it was due: a
 * backend that falls behind is not asked less for it.
 *
 * @returns milliseconds by kind of question
 */
export async function askAtRate(
  questions: readonly Question[],
  options: { perSecond: number; seconds: number },
): Promise<Map<string, number[]>> {
  const { perSecond, seconds } = options;
  const round = roundOf(questions);
  const times = new Map<string, number[]>(
    questions.map(({ name }) => [name, []]),
  );
  const asked: Promise<void>[] = [];
  const startedAt = performance.now();
  for (let number = 0; number < perSecond * seconds; number++) {
    const dueAt = startedAt + (number * 1_000) / perSecond;
    const wait = dueAt - performance.now();
    if (wait > 0) {
      await sleep(wait);
    }
    const { name, ask } = round[number % round.length];
    asked.push(
      ask().then(() => {
        times.get(name)?.push(performance.now() - dueAt);
      }),
    );
  }
  await Promise.all(asked);
  return times;
}
