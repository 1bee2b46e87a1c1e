import {
  classifyProbeError,
  ProbeFailure,
} from 'backstage-plugin-dragonfly-common';

/** A probe that failed for a reason this plugin knows itself, and not from what a server or socket said. */
export class ProbeError extends Error {
  readonly failure: ProbeFailure;

  constructor(failure: ProbeFailure) {
    super(failure.message);
    this.name = 'ProbeError';
    this.failure = failure;
  }
}

/** Says why a probe failed, without a host, a port or a credential. */
export function failureOf(error: unknown): ProbeFailure {
  return error instanceof ProbeError
    ? error.failure
    : classifyProbeError(error);
}
