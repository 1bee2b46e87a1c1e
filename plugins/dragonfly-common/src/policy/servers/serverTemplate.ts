import { ProblemLog } from '../problems';
import { MEMORY_FORMS, parseMemoryQuantity } from '../quantities';
import { readPort } from './serverPort';
import { readSecrets } from './serverSecrets';
import { argumentOf, cacheModeOf, readArguments } from './serverArguments';
import { warnOfUnknownVariables } from './serverVariables';
import { ServerRole, StatefulSet } from './statefulSets';
import { ServerArgument, ServerTemplate, Sourced } from '../types';
import { YamlSource } from '../markdown/yamlSource';

/** What one StatefulSet says. */
export interface ServerReading {
  /** Absent when something required is missing or wrong, which is reported then. */
  template?: ServerTemplate;
  arguments: ServerArgument[];
  port?: Sourced<number>;
  /** `spec.replicas`, where written as a number. */
  replicas?: Sourced<number>;
}

/**
 * Reads one StatefulSet.
 *
 * @param inherited - what the primary says, for a replica that declares no port of its own.
 */
export function readServer(
  set: StatefulSet,
  role: ServerRole,
  log: ProblemLog,
  inherited?: { port?: Sourced<number> },
): ServerReading {
  const { root, container, fence } = set;
  const subject = `${role} StatefulSet`;
  const required = (place: YamlSource, field: string) => {
    const value = place.sourced();
    if (!value) {
      log.missing({
        subject: `${subject}, ${field}`,
        line: place.line ?? fence.line,
        expected: 'a value',
        remedy: 'Add it to the YAML.',
      });
    }
    return value;
  };

  const metadata = root.get('metadata');
  const name = required(metadata.get('name'), 'metadata.name');
  const namespace = required(metadata.get('namespace'), 'metadata.namespace');
  const image = required(container.get('image'), 'image');
  const args = readArguments(container, subject, log);
  const port = readPort(set, args, subject, log, inherited);
  const memoryBytes = readMemory(args, subject, fence.line, log);
  const cacheMode = readCacheMode(args, subject, fence.line, log);
  const secrets = readSecrets(container, subject, log);
  warnOfUnknownVariables(container, args, subject, log);
  const replicas = root.get('spec').get('replicas').sourced();

  return {
    arguments: args,
    port,
    replicas:
      replicas && /^\d+$/.test(replicas.value)
        ? { value: Number(replicas.value), line: replicas.line }
        : undefined,
    template:
      name && namespace && image && port && memoryBytes && cacheMode
        ? {
            name,
            namespace,
            image,
            arguments: args,
            port,
            memoryBytes,
            cacheMode,
            secrets,
            line: fence.line,
          }
        : undefined,
  };
}

function readMemory(
  args: ServerArgument[],
  subject: string,
  line: number,
  log: ProblemLog,
): Sourced<number> | undefined {
  const argument = argumentOf(args, 'maxmemory');
  const bytes = parseMemoryQuantity(argument?.value ?? '');
  // With 0 the server takes what the host has, so that the policy would state no size.
  if (argument && bytes) {
    return { value: bytes, line: argument.line };
  }
  const finding = {
    subject: `${subject}, argument --maxmemory`,
    expected: `more than zero bytes, as ${MEMORY_FORMS}`,
    remedy: 'Write the limit of the data set, for example --maxmemory=2gb.',
  };
  if (argument) {
    log.wrong({ ...finding, line: argument.line, found: argument.value ?? '' });
  } else {
    log.missing({ ...finding, line });
  }
  return undefined;
}

function readCacheMode(
  args: ServerArgument[],
  subject: string,
  line: number,
  log: ProblemLog,
): Sourced<boolean> | undefined {
  const cacheMode = cacheModeOf(args);
  if (cacheMode) {
    return cacheMode;
  }
  const argument = argumentOf(args, 'cache_mode', 'nocache_mode');
  const finding = {
    subject: `${subject}, argument --cache_mode`,
    expected: '"true" or "false"',
    remedy: 'Write --cache_mode=true or --cache_mode=false.',
  };
  if (argument) {
    log.wrong({ ...finding, line: argument.line, found: argument.value ?? '' });
  } else {
    log.missing({ ...finding, line });
  }
  return undefined;
}
