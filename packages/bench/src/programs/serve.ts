import { inspect } from 'node:util';
import { toError } from '@backstage/errors';
import { z } from 'zod';

const question = z.object({
  id: z.number(),
  name: z.string(),
  argument: z.unknown().optional(),
});

/** What a program of a benchmark can be asked, by name. Arguments and answers cross the border as JSON. */
export type Handlers = Record<string, (argument: unknown) => Promise<unknown>>;

/** Makes this process a program that {@link Program} starts and asks; it ends when whoever started it is gone. */
export function serve(handlers: Handlers): void {
  process.on('message', async message => {
    const { id, name, argument } = question.parse(message);
    try {
      process.send?.({ id, answer: await handlers[name](argument) });
    } catch (error) {
      process.send?.({ id, error: inspect(toError(error)) });
    }
  });
  process.on('disconnect', () => process.exit());
}
