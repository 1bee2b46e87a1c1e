import { textAt } from '../model/fields';
import { ServerObject } from '../model/server';
import { BYTES_PER_THREAD, MIB } from '../../manifests/units';
import { parseMemoryQuantity } from '../../policy/quantities';
import { POD_MEMORY_FACTOR } from '../../sizing/assumptions';
import { Problem, problemAt, Rule } from '../rule';
import { argumentOf } from './serverFlagsOf';

function podMemory(server: ServerObject): number {
  const text = textAt(server.server.fields, 'resources', 'limits', 'memory');
  const [, mebibytes] = /^(\d+)Mi$/.exec(text ?? '') ?? [];
  return Number(mebibytes ?? 0) * MIB;
}

function problemsOf(server: ServerObject): Problem[] {
  const { object } = server;
  const memory = argumentOf(server, 'maxmemory');
  const threads = argumentOf(server, 'proactor_threads');
  const limits = [...server.server.pointer, 'resources', 'limits'];
  const bytes = parseMemoryQuantity(memory?.value ?? '') ?? 0;
  const problems: Problem[] = [];
  if (!threads || Number(threads.value) * BYTES_PER_THREAD > bytes) {
    problems.push(
      problemAt(
        object,
        threads?.pointer ?? server.server.pointer,
        `${threads?.value ?? 'As many threads as there are CPUs'} × 256 MiB is more than --maxmemory=${memory?.value}.`,
        'Use fewer threads or more memory.',
      ),
    );
  }
  if (podMemory(server) < bytes * POD_MEMORY_FACTOR) {
    problems.push(
      problemAt(
        object,
        [...limits, 'memory'],
        `The memory of the pod is less than ${POD_MEMORY_FACTOR} times --maxmemory=${memory?.value}.`,
        'Raise the limit.',
      ),
    );
  }
  if (
    textAt(server.server.fields, 'resources', 'limits', 'cpu') !==
    threads?.value
  ) {
    problems.push(
      problemAt(
        object,
        [...limits, 'cpu'],
        `The pod has not one CPU for each of ${threads?.value} threads.`,
        'Use the number of threads.',
      ),
    );
  }
  return problems;
}

/** Threads fit the memory of the data set, and both fit the pod. */
export const memoryFits: Rule = {
  id: 'memory-fits',
  severity: 'error',
  why: 'With less than 256 MiB per thread the server exits at start; a pod that is too small is killed under load.',
  check: ({ regions }) =>
    regions.flatMap(({ servers }) => servers.flatMap(problemsOf)),
};
