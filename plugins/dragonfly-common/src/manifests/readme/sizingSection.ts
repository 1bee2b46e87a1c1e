import { formatMemory } from '../../policy/quantities';
import { podMemoryOf } from '../../sizing/podMemory';
import { POD_MEMORY_FACTOR } from '../../sizing/assumptions';
import { SizingStep } from '../../sizing/types';
import { replicationTuning } from '../replicationArguments';
import { ResolvedCache } from '../resolvedCache';
import { serverArguments } from '../serverArguments';
import { sizingOf } from '../spec/sizingOf';
import { SizingAnswers } from '../types';
import { code, list, plain, table } from './markdown';

function stepTable(steps: readonly SizingStep[]): string {
  return table(
    ['What', 'Value', 'How', 'With the numbers'],
    steps.map(({ name, value, formula, substituted }) =>
      [name, value, formula, substituted].map(plain),
    ),
  );
}

function answersText(answers: SizingAnswers, replicated: boolean): string {
  const link = replicated
    ? `, a cut of ${answers.toleratedCutSeconds} s between the regions without a full resync, ${answers.roundTripMilliseconds} ms of round trip`
    : '';
  return `Computed from what the request expects: ${formatMemory(answers.dataBytes)} of data, ${answers.writesPerSecond} writes per second${link}. Generate the files again with other answers when the cache outgrows them.`;
}

function memorySource({ spec, policy }: ResolvedCache): string {
  return spec.memoryBytes === undefined
    ? `what the ADR says (line ${policy.primary.memoryBytes.line})`
    : 'as asked for';
}

function threadsSource({ spec, policy }: ResolvedCache): string {
  if (spec.threads !== undefined) return 'as asked for';
  const adr = policy.primary.arguments.find(
    ({ flag }) => flag === 'proactor_threads',
  );
  return adr
    ? `what the ADR says (line ${adr.line}), as far as each has 256 MiB`
    : 'two, as far as each has 256 MiB';
}

function usualSteps(cache: ResolvedCache): string[] {
  const { memoryBytes, threads } = cache;
  const replicas =
    cache.topology === 'replicated' ? cache.regions.length - 1 : 0;
  const buffers = replicas > 0 ? ` + ${threads * replicas} MiB` : '';
  return [
    `Memory of the data set: ${formatMemory(memoryBytes)}, ${memorySource(cache)}.`,
    `Threads: ${threads}, ${threadsSource(cache)}; as many CPUs for the pod.`,
    `Memory of the pod: ${formatMemory(podMemoryOf(cache))} = ${POD_MEMORY_FACTOR} × ${formatMemory(memoryBytes)}${buffers}, for fragmentation, connections and what replication holds back.`,
    ...(cache.topology === 'replicated'
      ? [
          'Replication: a backlog that costs at most 4 % of the memory, acknowledgements every 100 ms, and 10 s before a silent replica is cut off, unless the ADR says otherwise.',
        ]
      : []),
  ];
}

/** The figures of replication on the command line, because an ADR that states one is followed. */
function replicationFlags(cache: ResolvedCache): string {
  const tuned = new Set(replicationTuning(cache).map(({ flag }) => flag));
  const inForce = serverArguments(cache).filter(({ flag }) => tuned.has(flag));
  if (inForce.length === 0) return '';
  const flags = inForce.map(({ flag, value }) => code(`--${flag}=${value}`));
  return `In force for replication: ${flags.join(', ')}.`;
}

/** How memory, threads, pod and replication came to their figures. */
export function sizingSection(cache: ResolvedCache): string {
  const { sizing: answers } = cache.spec;
  const result = sizingOf(cache.spec, cache.policy, cache.settings);
  const derivation =
    answers && result?.ok
      ? [
          answersText(answers, cache.topology === 'replicated'),
          stepTable(result.sizing.steps),
        ]
      : [
          'Nobody said what the cache is expected to carry, so the usual figures hold.',
          list(usualSteps(cache)),
        ];
  return ['## Sizing', ...derivation, replicationFlags(cache)]
    .filter(Boolean)
    .join('\n\n');
}
