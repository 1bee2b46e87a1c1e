import { ProbeFailure } from './types';

/** Error replies of a server, by how they begin. */
export const serverErrors: ReadonlyArray<[RegExp, ProbeFailure]> = [
  [/^NOAUTH\b/, { kind: 'auth', message: 'credentials required' }],
  [/^WRONGPASS\b/, { kind: 'auth', message: 'credentials refused' }],
  [
    /^ERR invalid password\b/i,
    { kind: 'auth', message: 'credentials refused' },
  ],
  [
    /^ERR (Client sent AUTH|AUTH\b.*without any password)/i,
    {
      kind: 'auth',
      message: 'credentials sent, but the server has no password set',
    },
  ],
  [
    /^NOPERM\b/,
    { kind: 'permission', message: 'the user may not run the command' },
  ],
  [
    /^DENIED\b/,
    { kind: 'permission', message: 'the server accepts local clients only' },
  ],
  [/^LOADING\b/, { kind: 'loading', message: 'loading its data set' }],
  [
    /^ERR max number of clients reached/i,
    { kind: 'refused', message: 'too many clients are connected' },
  ],
];

/** Errors of a Redis client, which have no code, by their text. */
export const clientErrors: ReadonlyArray<[RegExp, ProbeFailure]> = [
  [/timed out|\btimeout\b/i, { kind: 'timeout', message: 'no answer in time' }],
  [
    /connection is closed|closed by server|socket (hang up|closed)|stream isn't writeable|max retries per request/i,
    { kind: 'reset', message: 'connection lost' },
  ],
  [
    /protocol error|^Unknown RESP type\b/i,
    { kind: 'protocol', message: 'not an answer of a cache' },
  ],
];

/** Errors of the socket and of TLS, by Node's code. */
export const socketErrors: ReadonlyMap<string, ProbeFailure> = new Map([
  ['ECONNREFUSED', { kind: 'refused', message: 'connection refused' }],
  ['ETIMEDOUT', { kind: 'timeout', message: 'no answer in time' }],
  ['ESOCKETTIMEDOUT', { kind: 'timeout', message: 'no answer in time' }],
  ['ENETUNREACH', { kind: 'timeout', message: 'no route to the server' }],
  ['EHOSTUNREACH', { kind: 'timeout', message: 'no route to the server' }],
  ['EHOSTDOWN', { kind: 'timeout', message: 'no route to the server' }],
  ['ENETDOWN', { kind: 'timeout', message: 'no route to the server' }],
  ['ENOTFOUND', { kind: 'dns', message: 'host name not found' }],
  ['EAI_AGAIN', { kind: 'dns', message: 'name server does not answer' }],
  ['ECONNRESET', { kind: 'reset', message: 'connection reset' }],
  ['ECONNABORTED', { kind: 'reset', message: 'connection lost' }],
  ['EPIPE', { kind: 'reset', message: 'connection lost' }],
  ['ENOTCONN', { kind: 'reset', message: 'connection lost' }],
  // These say something about the portal and nothing about the cache.
  [
    'EADDRNOTAVAIL',
    {
      kind: 'protocol',
      message: 'the portal has no free address or port to connect from',
    },
  ],
  [
    'EMFILE',
    { kind: 'protocol', message: 'the portal has too many open files' },
  ],
  [
    'ENFILE',
    {
      kind: 'protocol',
      message: 'the host of the portal has too many open files',
    },
  ],
  [
    'EACCES',
    {
      kind: 'protocol',
      message: 'the portal may not open a connection, its own host forbids it',
    },
  ],
  ['EPROTO', { kind: 'tls', message: 'TLS handshake failed' }],
  ['CERT_HAS_EXPIRED', { kind: 'tls', message: 'TLS certificate has expired' }],
  [
    'CERT_NOT_YET_VALID',
    { kind: 'tls', message: 'TLS certificate is not valid yet' },
  ],
  [
    'ERR_TLS_CERT_ALTNAME_INVALID',
    { kind: 'tls', message: 'TLS certificate is for another name' },
  ],
  [
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    { kind: 'tls', message: 'TLS certificate is not trusted' },
  ],
  [
    'SELF_SIGNED_CERT_IN_CHAIN',
    { kind: 'tls', message: 'TLS certificate is not trusted' },
  ],
  [
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    { kind: 'tls', message: 'TLS certificate is not trusted' },
  ],
  [
    'UNABLE_TO_GET_ISSUER_CERT',
    { kind: 'tls', message: 'TLS certificate is not trusted' },
  ],
  [
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    { kind: 'tls', message: 'TLS certificate is not trusted' },
  ],
]);
