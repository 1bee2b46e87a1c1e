import { clientErrors, serverErrors, socketErrors } from './probeErrors';
import { ProbeFailure } from './types';

/**
 * Says in the portal's words why a probe got no facts, from whatever was thrown: an error reply of the server, an error
 * of the socket or TLS, or one of the Redis client's own. The message is a few words in lower case without a host, a
 * port, a user or a credential, even when the error's text holds them.
 *
 * @public
 */
export function classifyProbeError(error: unknown): ProbeFailure {
  const causes = withCauses(error);
  return (
    firstOf(causes, cause => byCode(stringProperty(cause, 'code'))) ??
    firstOf(causes, cause => byMessage(messageOf(cause))) ?? {
      kind: 'protocol',
      message: 'an unexpected error',
    }
  );
}

function byCode(code: string | undefined): ProbeFailure | undefined {
  if (code === undefined) return undefined;
  if (socketErrors.has(code)) return socketErrors.get(code);
  if (/^ERR_(SSL|TLS|OSSL)_/.test(code)) {
    return { kind: 'tls', message: 'TLS handshake failed' };
  }
  return code.startsWith('EAI_')
    ? { kind: 'dns', message: 'host name not found' }
    : undefined;
}

function byMessage(message: string): ProbeFailure | undefined {
  const serverError = serverErrors.find(([pattern]) => pattern.test(message));
  if (serverError) return serverError[1];

  // The rest of an error reply can hold an address (MOVED) or a user name, its first word cannot.
  const code = /^-?([A-Z]{3,20}) /.exec(message)?.[1];
  if (code && !socketErrors.has(code)) {
    return { kind: 'protocol', message: `the server answered ${code}` };
  }
  const clientError = clientErrors.find(([pattern]) => pattern.test(message));
  if (clientError) return clientError[1];

  const embedded = /\bE[A-Z]{4,}\b/.exec(message)?.[0];
  return byCode(embedded);
}

/** The error itself, then what it wraps: several addresses tried (AggregateError), the client's last error, its cause. */
function withCauses(error: unknown, depth = 0): unknown[] {
  if (typeof error !== 'object' || error === null || depth > 3) return [error];
  const inner: unknown[] = [];
  if ('errors' in error && Array.isArray(error.errors)) {
    inner.push(...error.errors);
  }
  if ('cause' in error) inner.push(error.cause);
  if ('lastNodeError' in error) inner.push(error.lastNodeError);
  return [error, ...inner.flatMap(cause => withCauses(cause, depth + 1))];
}

function firstOf(
  causes: unknown[],
  classify: (cause: unknown) => ProbeFailure | undefined,
): ProbeFailure | undefined {
  for (const cause of causes) {
    const failure = classify(cause);
    if (failure) return failure;
  }
  return undefined;
}

function messageOf(error: unknown): string {
  return typeof error === 'string'
    ? error
    : (stringProperty(error, 'message') ?? '');
}

function stringProperty(
  value: unknown,
  name: 'code' | 'message',
): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const property: unknown = Reflect.get(value, name);
  return typeof property === 'string' ? property : undefined;
}
