import { textAt } from '../model/fields';
import { problemAt, Rule } from '../rule';

const KEY = 'CACHE_TTL_SECONDS';

/** Consumers are told the time to live that the ADR says for the use case. */
export const adrTimeToLive: Rule = {
  id: 'adr-time-to-live',
  severity: 'error',
  why: 'The server has no default time to live: what applications are told is the only place where it is set.',
  check: ({ set, useCase }) =>
    set
      .ofKind('ConfigMap')
      .filter(
        ({ fields }) =>
          textAt(fields, 'data', 'CACHE_WRITE_HOST') !== undefined,
      )
      .filter(
        ({ fields }) =>
          textAt(fields, 'data', KEY) !== String(useCase.ttl.seconds),
      )
      .map(object =>
        problemAt(
          object,
          ['data', KEY],
          `${object.title} says ${textAt(object.fields, 'data', KEY) ?? 'nothing'}, and the ADR says ${useCase.ttl.text} for "${useCase.title}" (line ${useCase.line}).`,
          `Write ${KEY}: "${useCase.ttl.seconds}".`,
          useCase.line,
        ),
      ),
};
