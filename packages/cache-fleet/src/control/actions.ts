import { InputError, NotFoundError } from '@backstage/errors';
import { z } from 'zod';
import { Fleet, FleetCache, FleetLink, FleetNode } from '../fleet';
import {
  blackHoleSchema,
  delaySchema,
  linkSchema,
  nothingSchema,
  restartSchema,
  throttleSchema,
} from './schemas';

/** Reads the body of a request; InputError names the field when it is not what the action takes. */
export function readInput<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
): z.infer<Schema> {
  const parsed = schema.safeParse(body ?? {});
  if (!parsed.success) {
    throw new InputError(
      `The body is not what this action takes: ${z.prettifyError(parsed.error)}`,
    );
  }
  return parsed.data;
}

type NodeAction = (node: FleetNode, body: unknown) => Promise<void>;
type LinkAction = (
  linkTo: (to: string | undefined) => FleetLink,
  body: unknown,
) => Promise<void>;

/** An action that takes no input. */
function plain(apply: (node: FleetNode) => Promise<void> | void): NodeAction {
  return async (node, body) => {
    readInput(nothingSchema, body);
    await apply(node);
  };
}

function withInput<Schema extends z.ZodType<{ to?: string }>>(
  schema: Schema,
  apply: (link: FleetLink, input: z.infer<Schema>) => Promise<void> | void,
): LinkAction {
  return async (linkTo, body) => {
    const input = readInput(schema, body);
    await apply(linkTo(input.to), input);
  };
}

const NODE_ACTIONS = new Map<string, NodeAction>([
  ['kill', plain(node => node.kill())],
  ['stop', plain(node => node.stop())],
  ['freeze', plain(node => node.freeze())],
  ['resume', plain(node => node.resume())],
  ['restart', (node, body) => node.restart(readInput(restartSchema, body))],
]);

const LINK_ACTIONS = new Map<string, LinkAction>([
  [
    'delay',
    withInput(delaySchema, (link, input) => link.delay(input.milliseconds)),
  ],
  [
    'throttle',
    withInput(throttleSchema, (link, input) =>
      link.throttle(input.bytesPerSecond),
    ),
  ],
  ['cut', withInput(linkSchema, link => link.cut())],
  [
    'black-hole',
    withInput(blackHoleSchema, (link, input) =>
      link.blackHole(input.direction),
    ),
  ],
  ['heal', withInput(linkSchema, link => link.heal())],
]);

/** Something to do to a part of a cache. */
export interface ActionTarget {
  cache: string;
  part: 'nodes' | 'links';
  region: string;
  action: string;
}

function unknownAction(
  { part, action }: ActionTarget,
  known: Iterable<string>,
): NotFoundError {
  return new NotFoundError(
    `There is no action "${action}" on ${part}; there are ${[...known].join(', ')}.`,
  );
}

/**
 * Does something to a node or a link.
 *
 * @throws NotFoundError, InputError or ConflictError, saying what was expected
 */
export async function act(
  fleet: Fleet,
  target: ActionTarget,
  body: unknown,
): Promise<FleetCache> {
  const cache = fleet.cache(target.cache);
  if (target.part === 'nodes') {
    const action = NODE_ACTIONS.get(target.action);
    if (!action) {
      throw unknownAction(target, NODE_ACTIONS.keys());
    }
    await action(cache.node(target.region), body);
  } else {
    const action = LINK_ACTIONS.get(target.action);
    if (!action) {
      throw unknownAction(target, LINK_ACTIONS.keys());
    }
    await action(to => cache.link(target.region, to), body);
  }
  return cache;
}
