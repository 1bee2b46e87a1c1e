import { createHash, timingSafeEqual } from 'node:crypto';
import { IncomingMessage } from 'node:http';
import { AuthenticationError, NotFoundError } from '@backstage/errors';
import { ApplyResult, Fleet } from '../fleet';
import { act, readInput } from './actions';
import { describeCache } from './describeCache';
import { readBody } from './readBody';
import { applySchema } from './schemas';

/** What {@link answerRequest} needs. */
export interface ControlContext {
  fleet: Fleet;
  token: string;
  onApplied: (result: ApplyResult) => Promise<void>;
}

const ACTION =
  /^\/caches\/(?<cache>[^/]+)\/(?<part>nodes|links)\/(?<region>[^/]+)\/(?<action>[a-z-]+)$/;

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function authenticate(request: IncomingMessage, token: string): void {
  const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  // Digests have one length, which the comparison needs, and say nothing about the token.
  if (!given || !timingSafeEqual(digest(given), digest(token))) {
    throw new AuthenticationError(
      'Expected the header "Authorization: Bearer <token>" with the token of the fleet.',
    );
  }
}

/**
 * Answers one request with something to send as JSON.
 *
 * @throws an error of `@backstage/errors` when the request cannot be answered
 */
export async function answerRequest(
  request: IncomingMessage,
  context: ControlContext,
): Promise<object> {
  authenticate(request, context.token);
  const { fleet, onApplied } = context;
  const { method } = request;
  const path = new URL(request.url ?? '/', 'http://localhost').pathname;
  if (method === 'GET' && path === '/caches') {
    return { caches: fleet.caches.map(describeCache) };
  }
  if (method === 'POST' && path === '/apply') {
    const { folder } = readInput(applySchema, await readBody(request));
    const result = await fleet.apply(folder);
    await onApplied(result);
    return { ...result, cache: describeCache(result.cache) };
  }
  const target = ACTION.exec(path)?.groups;
  if (method === 'POST' && target) {
    const { cache, part, region, action } = target;
    const changed = await act(
      fleet,
      { cache, part: part === 'nodes' ? part : 'links', region, action },
      await readBody(request),
    );
    return describeCache(changed);
  }
  throw new NotFoundError(
    `There is no ${method} ${path}; there are GET /caches, POST /apply, POST /caches/<cache>/nodes/<region>/<action> and POST /caches/<cache>/links/<region>/<action>.`,
  );
}
