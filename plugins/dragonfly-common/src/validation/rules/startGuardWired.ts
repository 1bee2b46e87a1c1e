import { listAt, Pointer, textAt } from '../model/fields';
import { Container, ServerObject } from '../model/server';
import { Problem, problemAt, Rule } from '../rule';
import { argumentOf } from './serverFlagsOf';

interface Variable {
  value: string | undefined;
  pointer: Pointer;
}

function variableOf(guard: Container, name: string): Variable {
  const env = listAt(guard.fields, 'env');
  const index = env.findIndex(entry => textAt(entry, 'name') === name);
  return {
    value: textAt(env[index], 'value'),
    pointer: [...guard.pointer, 'env', ...(index < 0 ? [] : [index])],
  };
}

function problemsOf(server: ServerObject): Problem[] {
  const { object, containers } = server;
  const guard = containers.find(({ name }) => name === 'start-guard');
  if (!guard) {
    return [
      problemAt(
        object,
        server.pod,
        `${object.title} has no start guard.`,
        'Add the container that asks the other regions before the server starts.',
      ),
    ];
  }
  const admin = server.ports.find(({ name }) => name === 'admin')?.port;
  const pairs = [
    {
      variable: 'DECIDED_ROLE_FILE',
      expected: argumentOf(server, 'flagfile')?.value,
      source: 'the server reads its role from',
    },
    {
      variable: 'SERVER_PORT',
      expected: admin === undefined ? undefined : String(admin),
      source: 'the admin port of the server is',
    },
  ];
  return pairs.flatMap(({ variable, expected, source }) => {
    const { value, pointer } = variableOf(guard, variable);
    return value !== undefined && value === expected
      ? []
      : [
          problemAt(
            object,
            pointer,
            `The start guard has ${variable}=${value ?? '(nothing)'}, and ${source} ${expected ?? '(nothing)'}.`,
            'Use the same in both places.',
          ),
        ];
  });
}

/** Where servers replicate, the start guard stands before each, and both mean the same file and port. */
export const startGuardWired: Rule = {
  id: 'start-guard-wired',
  severity: 'error',
  why: 'A server that does not wait for the guard, or reads another file, starts in a role that nobody decided.',
  check: ({ manifests, regions }) =>
    manifests.topology === 'independent'
      ? []
      : regions.flatMap(({ servers }) => servers.flatMap(problemsOf)),
};
