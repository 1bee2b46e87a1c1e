import { ProblemLog } from '../problems';
import { argumentOf } from './serverArguments';
import { isPort } from './serverPort';
import { ServerArgument, Sourced } from '../types';

/** Reads `--replicaof` of the replica, as written. */
export function readReplicaOf(
  args: ServerArgument[],
  line: number,
  log: ProblemLog,
): Sourced<string> | undefined {
  const argument = argumentOf(args, 'replicaof');
  const finding = {
    subject: 'replica StatefulSet, argument --replicaof',
    expected: 'the primary as host:port',
    remedy: 'Write --replicaof=<host>:<port>.',
  };
  if (!argument) {
    log.missing({ ...finding, line });
    return undefined;
  }
  const value = argument.value ?? '';
  const port = /^\S+:(\d+)$/.exec(value)?.[1];
  if (port === undefined || !isPort(port)) {
    log.wrong({ ...finding, line: argument.line, found: value });
    return undefined;
  }
  return { value, line: argument.line };
}
