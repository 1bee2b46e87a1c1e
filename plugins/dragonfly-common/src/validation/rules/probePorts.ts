import { fieldsAt, valueAt } from '../model/fields';
import { ServerObject } from '../model/server';
import { Problem, problemAt, Rule } from '../rule';

const PROBES = ['startupProbe', 'livenessProbe', 'readinessProbe'];
const HANDLERS = ['tcpSocket', 'httpGet', 'grpc'];

function problemsOf({ object, containers, ports }: ServerObject): Problem[] {
  return containers.flatMap(container =>
    PROBES.flatMap(probe =>
      HANDLERS.flatMap(handler => {
        const place = [probe, handler, 'port'];
        const port = valueAt(container.fields, ...place);
        const exists = ports.some(
          each => each.name === port || each.port === port,
        );
        return port === undefined || exists
          ? []
          : [
              problemAt(
                object,
                [...container.pointer, ...place],
                `The ${probe} of container "${container.name}" asks port "${port}", which the pod does not have.`,
                `Use one of ${ports.map(({ name }) => name).join(', ')}.`,
              ),
            ];
      }),
    ),
  );
}

function unprobed({ object, server }: ServerObject): Problem[] {
  if (object.kind !== 'StatefulSet') return [];
  return PROBES.filter(
    probe => Object.keys(fieldsAt(server.fields, probe)).length === 0,
  ).map(probe =>
    problemAt(
      object,
      server.pointer,
      `The server has no ${probe}.`,
      'Add the probe.',
    ),
  );
}

/** Every probe asks a port that the pod has. */
export const probePorts: Rule = {
  id: 'probe-ports',
  severity: 'error',
  why: 'A probe of a port that is not there fails for ever, and the server is restarted again and again.',
  check: ({ regions }) =>
    regions.flatMap(({ servers }) =>
      servers.flatMap(server => [...problemsOf(server), ...unprobed(server)]),
    ),
};
