import { Fence } from '../markdown/fences';
import { ProblemLog } from '../problems';
import { YamlSource } from '../markdown/yamlSource';

/** Which of the two servers a StatefulSet is for. */
export type ServerRole = 'primary' | 'replica';

/** A StatefulSet of one of the ADR's YAML fences, not yet read. */
export interface StatefulSet {
  root: YamlSource;
  /** The container the server runs in. */
  container: YamlSource;
  fence: Fence;
}

const LANGUAGES = ['', 'yaml', 'yml', 'json'];
const REPLICA_WORDS = ['replica', 'secondary', 'dr'];
const SERVER_FLAG = /^--?(?:maxmemory|cache_mode|replicaof)\b/;

/**
 * Finds the StatefulSets of the primary and of the replica. The one with `--replicaof` is the replica's; the heading
 * above decides only where none has it. StatefulSets of other programs are left alone.
 */
export function findStatefulSets(
  fences: Fence[],
  log: ProblemLog,
): Record<ServerRole, StatefulSet | undefined> {
  const sets = fences.flatMap(fence => setsIn(fence, log));
  const servers = sets.filter(({ container }) => isServer(container));
  const candidates = servers.length > 0 ? servers : sets;
  return {
    primary: only('primary', candidates, log),
    replica: only('replica', candidates, log),
  };
}

function setsIn(fence: Fence, log: ProblemLog): StatefulSet[] {
  if (
    !LANGUAGES.includes(fence.language) ||
    !/\bStatefulSet\b/.test(fence.text)
  ) {
    return [];
  }
  const { roots, errors } = YamlSource.parse(fence.text, fence.line + 1);
  for (const { message, line } of errors) {
    log.wrong({
      subject: 'YAML of a StatefulSet',
      line,
      found: message,
      expected: 'valid YAML',
      remedy: 'Correct the fenced block.',
    });
  }
  return roots
    .filter(root => root.get('kind').sourced()?.value === 'StatefulSet')
    .map(root => ({ root, container: containerOf(root), fence }));
}

function containerOf(root: YamlSource): YamlSource {
  const containers = root
    .get('spec')
    .get('template')
    .get('spec')
    .get('containers');
  return containers.items().find(isServer) ?? containers.at(0);
}

function isServer(container: YamlSource): boolean {
  return (
    /(?:^|\/)dragonfly(?:[:@]|$)/.test(
      container.get('image').sourced()?.value ?? '',
    ) || flagsOf(container).some(flag => SERVER_FLAG.test(flag))
  );
}

function roleOf({ container, fence }: StatefulSet): ServerRole {
  if (flagsOf(container).some(flag => /^--?replicaof\b/.test(flag))) {
    return 'replica';
  }
  const words = fence.path.at(-1)?.name.split(' ') ?? [];
  return words.some(word => REPLICA_WORDS.includes(word))
    ? 'replica'
    : 'primary';
}

function flagsOf(container: YamlSource): string[] {
  return [
    ...container.get('command').items(),
    ...container.get('args').items(),
  ].map(item => item.sourced()?.value ?? '');
}

function only(
  role: ServerRole,
  candidates: StatefulSet[],
  log: ProblemLog,
): StatefulSet | undefined {
  const [first, ...others] = candidates.filter(set => roleOf(set) === role);
  if (!first) {
    log.missing({
      subject: `${role} StatefulSet`,
      expected:
        role === 'replica'
          ? 'a YAML fence with a StatefulSet that has the argument --replicaof'
          : 'a YAML fence with a StatefulSet without the argument --replicaof',
      remedy: 'Add it, for example in the section "Configuration".',
    });
  }
  for (const other of others) {
    log.wrong({
      subject: `${role} StatefulSet`,
      line: other.fence.line,
      found: other.root.get('metadata').get('name').sourced()?.value ?? '',
      expected: `one StatefulSet of this role; another one begins in line ${first.fence.line}`,
      remedy: 'Remove one of the two, or give it the argument of its role.',
    });
  }
  return first;
}
