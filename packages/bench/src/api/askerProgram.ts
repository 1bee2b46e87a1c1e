/**
 * Asks the questions of one kind in a process of its own, as every user has a browser of their own: what one answer costs
 * its reader does not delay the others.
 */
import { z } from 'zod';
import { serve } from '../programs';
import { clientAt } from './clientAt';
import { askAt, dueTimes } from './openLoop';
import { questions } from './questions';

const target = z.object({
  port: z.number(),
  token: z.string(),
  own: z.array(z.string()),
  name: z.string(),
});
const task = z.object({
  perSecond: z.number(),
  seconds: z.number(),
  startAt: z.number(),
});

let asking: { name: string; ask: () => Promise<void> } | undefined;

serve({
  async target(argument) {
    const { port, token, own, name } = target.parse(argument);
    const question = questions.find(each => each.name === name);
    if (!question) {
      throw new Error(`There is no question "${name}".`);
    }
    const client = clientAt(port, token);
    asking = { name, ask: () => question.ask(client, own) };
    await asking.ask();
  },
  async ask(argument) {
    const { startAt, ...rate } = task.parse(argument);
    if (!asking) {
      throw new Error('The program was told of no target.');
    }
    const due = dueTimes(questions, asking.name, rate);
    return askAt(due, startAt, asking.ask);
  },
});
