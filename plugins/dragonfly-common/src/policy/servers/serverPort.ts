import { ProblemLog } from '../problems';
import { argumentOf } from './serverArguments';
import { StatefulSet } from './statefulSets';
import { ServerArgument, Sourced } from '../types';

const DEFAULT_PORT = 6379;

/**
 * Reads the port clients connect to: the only `containerPort`, or among several the one the server listens on
 * (`--port`, else 6379). Without a `containerPort`, `--port` says it, and after that the primary's port.
 *
 * @param primary - what the primary's StatefulSet says, when the port of a replica is read.
 */
export function readPort(
  { container, fence }: StatefulSet,
  args: ServerArgument[],
  subject: string,
  log: ProblemLog,
  primary?: { port?: Sourced<number> },
): Sourced<number> | undefined {
  const flag = argumentOf(args, 'port');
  const written = container
    .get('ports')
    .items()
    .flatMap(port => port.get('containerPort').sourced() ?? []);
  const listening = flag?.value ?? String(DEFAULT_PORT);
  const chosen =
    written.length > 1
      ? written.find(({ value }) => value === listening)
      : (written[0] ??
        (flag?.value === undefined
          ? undefined
          : { value: flag.value, line: flag.line }));

  if (written.length === 0 && !chosen && primary) {
    // When the primary's is missing too, that has been reported once already.
    return primary.port;
  }
  const finding = {
    subject: `${subject}, containerPort`,
    expected: 'the port clients connect to, from 1 to 65535',
    remedy: 'Declare it under "ports" of the container.',
  };
  if (!chosen) {
    log.missing({ ...finding, line: written[0]?.line ?? fence.line });
    return undefined;
  }
  if (!isPort(chosen.value)) {
    log.wrong({ ...finding, line: chosen.line, found: chosen.value });
    return undefined;
  }
  return { value: Number(chosen.value), line: chosen.line };
}

/** Whether a text is a TCP port. */
export function isPort(text: string): boolean {
  return /^[1-9]\d{0,4}$/.test(text) && Number(text) <= 65_535;
}
