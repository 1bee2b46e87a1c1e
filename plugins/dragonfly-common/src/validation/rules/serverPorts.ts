import { ServerObject } from '../model/server';
import { Problem, problemAt, Rule } from '../rule';
import { argumentOf } from './serverFlagsOf';

/** Flags that open a port, and the name of the port in the pod. */
const PORT_FLAGS = [
  { flag: 'port', name: 'dragonfly' },
  { flag: 'admin_port', name: 'admin' },
] as const;

function problemsOf(server: ServerObject): Problem[] {
  if (server.object.kind !== 'StatefulSet') return [];
  return PORT_FLAGS.flatMap(({ flag, name }) => {
    const given = argumentOf(server, flag);
    const declared = server.ports.find(port => port.name === name);
    return given && Number(given.value) === declared?.port
      ? []
      : [
          problemAt(
            server.object,
            given?.pointer ?? [...server.server.pointer, 'args'],
            `The server is told --${flag}=${given?.value ?? '(nothing)'}, and its port "${name}" is ${declared?.port ?? 'missing'}.`,
            'Use the same number in both places.',
          ),
        ];
  });
}

/** The ports that the server opens are the ones its container declares. */
export const serverPorts: Rule = {
  id: 'server-ports',
  severity: 'error',
  why: 'Services, probes and monitors find a port by its name: they would all lead to one that nobody listens on.',
  check: ({ regions }) =>
    regions.flatMap(({ servers }) => servers.flatMap(problemsOf)),
};
