import { quoteArgument } from '../../manifests/deviations/wording';
import { Deviation } from '../../manifests/types';
import { ServerArgument } from '../../policy/types';
import { listAt, textAt, valueAt } from '../model/fields';
import { ServerObject } from '../model/server';
import { problemAt, Rule } from '../rule';
import { argumentOf } from '../rules/serverFlagsOf';

function isGiven(server: ServerObject, argument: ServerArgument): boolean {
  const given = argumentOf(server, argument.flag);
  return given?.value === (argument.value ?? 'true');
}

/** Given as a variable from a Secret, as passwords are. */
function isFed(server: ServerObject, { flag }: ServerArgument): boolean {
  const variable = listAt(server.server.fields, 'env').some(
    entry =>
      textAt(entry, 'name') === `DFLY_${flag}` &&
      valueAt(entry, 'valueFrom', 'secretKeyRef') !== undefined,
  );
  return (
    variable ||
    (flag === 'requirepass' &&
      valueAt(server.server.fields, 'authentication', 'passwordFromSecret') !==
        undefined)
  );
}

function isExplained(
  deviations: readonly Deviation[],
  argument: ServerArgument,
): boolean {
  // Both sides of the ADR have the argument, and a deviation cites it once.
  return deviations.some(
    ({ adr }) =>
      adr?.line === argument.line || adr?.text === quoteArgument(argument),
  );
}

/** Every argument of the ADR's servers is there, or a deviation says why not. */
export const adrArguments: Rule = {
  id: 'adr-arguments',
  severity: 'error',
  why: 'The ADR is the authority: what it prescribes does not get lost without a word.',
  check: ({ manifests, policy, regions }) => {
    const prescribed =
      manifests.topology === 'replicated'
        ? [...policy.primary.arguments, ...policy.replica.arguments]
        : policy.primary.arguments;
    return regions.flatMap(({ servers }) =>
      servers.flatMap(server =>
        prescribed
          .filter(
            argument =>
              !isGiven(server, argument) &&
              !isFed(server, argument) &&
              !isExplained(manifests.deviations, argument),
          )
          .map(argument =>
            problemAt(
              server.object,
              argumentOf(server, argument.flag)?.pointer ?? [
                ...server.server.pointer,
                'args',
              ],
              `The ADR's ${quoteArgument(argument)} (line ${argument.line}) is neither given to the server nor listed as a deviation.`,
              'Pass the argument on, or list the deviation with its reason.',
              argument.line,
            ),
          ),
      ),
    );
  },
};
