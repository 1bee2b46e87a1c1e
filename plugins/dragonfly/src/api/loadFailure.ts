import { ResponseError, toError } from '@backstage/errors';

/**
 * Why something could not be loaded. `not-allowed` and `not-found` are answers, so they replace what was known
 * before; `unavailable` is the lack of an answer, so what was known stays on screen.
 *
 * @public
 */
export interface LoadFailure {
  kind: 'not-allowed' | 'not-found' | 'unavailable';
  /** In the backend's own words where it answered. */
  message: string;
}

/** Tells what an error thrown by an API client means for the reader. */
export function loadFailureOf(error: unknown): LoadFailure {
  if (!ResponseError.is(error)) {
    return { kind: 'unavailable', message: toError(error).message };
  }
  switch (error.statusCode) {
    case 403:
      return { kind: 'not-allowed', message: error.cause.message };
    case 404:
      return { kind: 'not-found', message: error.cause.message };
    default:
      return {
        kind: 'unavailable',
        message: `${error.cause.message} (status ${error.statusCode})`,
      };
  }
}
