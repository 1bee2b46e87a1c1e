import {
  commandsOf,
  errorReply,
  readRecording,
} from './__fixtures__/recordings';
import { classifyProbeError } from './classifyProbeError';

function socketError(code: string, message = `connect ${code} 10.1.2.3:6379`) {
  return Object.assign(new Error(message), { code });
}

it.each`
  error                                                                                 | kind            | message
  ${'NOAUTH Authentication required.'}                                                  | ${'auth'}       | ${'credentials required'}
  ${'WRONGPASS invalid username-password pair or user is disabled.'}                    | ${'auth'}       | ${'credentials refused'}
  ${'ERR AUTH <password> called without any password configured for the default user.'} | ${'auth'}       | ${'credentials sent, but the server has no password set'}
  ${'NOPERM mon has no ACL permissions'}                                                | ${'permission'} | ${'the user may not run the command'}
  ${"NOPERM this user has no permissions to run the 'info' command"}                    | ${'permission'} | ${'the user may not run the command'}
  ${'DENIED Redis is running in protected mode'}                                        | ${'permission'} | ${'the server accepts local clients only'}
  ${'LOADING Dragonfly is loading the dataset in memory'}                               | ${'loading'}    | ${'loading its data set'}
  ${'ERR max number of clients reached'}                                                | ${'refused'}    | ${'too many clients are connected'}
  ${'MOVED 3999 10.1.2.3:6381'}                                                         | ${'protocol'}   | ${'the server answered MOVED'}
  ${'ERR unknown command `INFO`'}                                                       | ${'protocol'}   | ${'the server answered ERR'}
  ${'Command timed out'}                                                                | ${'timeout'}    | ${'no answer in time'}
  ${'Connection is closed.'}                                                            | ${'reset'}      | ${'connection lost'}
  ${'connect ECONNREFUSED 10.1.2.3:6379'}                                               | ${'refused'}    | ${'connection refused'}
  ${'Protocol error, got "H" as reply type byte'}                                       | ${'protocol'}   | ${'not an answer of a cache'}
  ${'Unknown RESP type 72 "H". Please report this.'}                                    | ${'protocol'}   | ${'not an answer of a cache'}
  ${'something about 10.1.2.3 with hunter2'}                                            | ${'protocol'}   | ${'an unexpected error'}
`('takes $error for $kind', ({ error, kind, message }) => {
  const failure = { kind, message };
  expect(classifyProbeError(error)).toEqual(failure);
  expect(classifyProbeError(new Error(error))).toEqual(failure);
});

it.each`
  code                                 | kind
  ${'ECONNREFUSED'}                    | ${'refused'}
  ${'ETIMEDOUT'}                       | ${'timeout'}
  ${'EHOSTUNREACH'}                    | ${'timeout'}
  ${'ENETUNREACH'}                     | ${'timeout'}
  ${'ENETDOWN'}                        | ${'timeout'}
  ${'ENOTFOUND'}                       | ${'dns'}
  ${'EAI_AGAIN'}                       | ${'dns'}
  ${'EAI_FAIL'}                        | ${'dns'}
  ${'ECONNRESET'}                      | ${'reset'}
  ${'ENOTCONN'}                        | ${'reset'}
  ${'EPIPE'}                           | ${'reset'}
  ${'CERT_HAS_EXPIRED'}                | ${'tls'}
  ${'ERR_TLS_CERT_ALTNAME_INVALID'}    | ${'tls'}
  ${'UNABLE_TO_VERIFY_LEAF_SIGNATURE'} | ${'tls'}
  ${'ERR_SSL_WRONG_VERSION_NUMBER'}    | ${'tls'}
`('takes a socket error $code for $kind', ({ code, kind }) => {
  const failure = classifyProbeError(socketError(code));
  expect(failure.kind).toBe(kind);
  expect(failure.message).not.toMatch(/10\.1\.2\.3|6379|undefined/);
});

it.each`
  code               | message
  ${'EADDRNOTAVAIL'} | ${'the portal has no free address or port to connect from'}
  ${'EMFILE'}        | ${'the portal has too many open files'}
  ${'ENFILE'}        | ${'the host of the portal has too many open files'}
  ${'EACCES'}        | ${'the portal may not open a connection, its own host forbids it'}
`(
  'says of $code that it is the trouble of the portal, which does not make the cache unreachable',
  ({ code, message }) => {
    expect(classifyProbeError(socketError(code))).toEqual({
      kind: 'protocol',
      message,
    });
  },
);

it('finds the cause within an error that wraps it', () => {
  const refused = socketError('ECONNREFUSED');
  expect(
    classifyProbeError(new AggregateError([refused, refused], '')).kind,
  ).toBe('refused');
  expect(
    classifyProbeError(new Error('probe failed', { cause: refused })).kind,
  ).toBe('refused');
  expect(
    classifyProbeError(
      Object.assign(new Error('Reached the max retries per request limit'), {
        cause: socketError('ENOTFOUND'),
      }),
    ).kind,
  ).toBe('dns');
});

it.each([undefined, null, 7, {}, [], { code: 5 }, { message: {} }])(
  'has a word for %p',
  error => {
    expect(classifyProbeError(error)).toEqual({
      kind: 'protocol',
      message: 'an unexpected error',
    });
  },
);

it('ends on errors that contain themselves', () => {
  const error = new Error('round');
  error.cause = error;
  expect(classifyProbeError(error).kind).toBe('protocol');
});

it('understands every refusal of credentials that was recorded', () => {
  const texts = ['primary', 'replica'].flatMap(node =>
    commandsOf(readRecording('auth_and_errors'), node).flatMap(
      ({ command, reply }) => {
        const text = errorReply(reply);
        return text && /^(AUTH|HELLO|INFO|PING)/.test(command) ? [text] : [];
      },
    ),
  );
  expect(texts.length).toBeGreaterThan(8);
  expect(new Set(texts.map(text => classifyProbeError(text).kind))).toEqual(
    new Set(['auth']),
  );
});
