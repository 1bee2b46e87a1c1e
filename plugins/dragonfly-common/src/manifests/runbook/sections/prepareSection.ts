import { fenced } from '../../readme/markdown';
import { ResolvedCache } from '../../resolvedCache';
import { caseOf, shellFunction } from '../shell';

/** Seconds after which a server that hangs counts as one that does not answer. */
const ANSWER_SECONDS = 20;

/** The operator's admin port asks for no password, and takes an unasked one for an error. */
function clientCommand(cache: ResolvedCache): string {
  const client = `exec timeout ${ANSWER_SECONDS} redis-cli -p ${cache.adminPort} "$@"`;
  return cache.flavour === 'operator'
    ? client
    : `REDISCLI_AUTH="$DFLY_requirepass" ${client}`;
}

function functions(cache: ResolvedCache): string[] {
  const names = cache.regions.map(({ name }) => name);
  return [
    ...shellFunction(
      'context_of',
      "The kubectl context of each region's cluster: change the right side where yours have other names.",
      caseOf(
        '$1',
        names.map(name => [name, name]),
        'no region of this cache',
      ),
    ),
    '',
    ...shellFunction('kube', 'kube REGION ARGUMENTS: kubectl there.', [
      'kube_context=$(context_of "$1") || return 1',
      'shift',
      `kubectl --context "$kube_context" --namespace ${cache.namespace} "$@"`,
    ]),
    '',
    ...shellFunction(
      'ask',
      'ask REGION COMMAND: asks the server, on its admin port. The password stays in the pod.',
      [
        'ask_region=$1',
        'shift',
        `kube "$ask_region" exec ${cache.name}-0 --container dragonfly -- sh -c '${clientCommand(cache)}' redis-cli "$@"`,
      ],
    ),
    '',
    ...shellFunction(
      'field',
      'field REGION NAME: one field of INFO replication.',
      [
        'field_name=$2',
        `ask "$1" INFO replication | tr -d '\\r' | sed -n "s/^$field_name://p"`,
      ],
    ),
    ...(cache.topology === 'replicated' ? ['', ...roleFunctions(cache)] : []),
  ];
}

function roleFunctions(cache: ResolvedCache): string[] {
  return [
    ...shellFunction(
      'host_of',
      'The name each server is reached under from the other regions.',
      caseOf(
        '$1',
        cache.regions.map(({ name, host }) => [name, host]),
        'no region of this cache',
      ),
    ),
    '',
    ...shellFunction(
      'must',
      'must REGION COMMAND: a command that has to answer OK.',
      [
        'must_answer=$(ask "$@")',
        '[ "$must_answer" = OK ] && return 0',
        'echo "$* answered: $must_answer" >&2',
        'return 1',
      ],
    ),
    '',
    '# Positions in the journal, one number a shard: what a primary has written, what a replica has applied.',
    `written() { ask "$1" DFLY REPLICAOFFSET | grep -Ex '[0-9]+'; }`,
    `applied() { ask "$1" DEBUG REPLICA OFFSET | grep -Ex '[0-9]+'; }`,
  ];
}

/** What every other command of the runbook is made of. */
export function prepareSection(cache: ResolvedCache): string {
  const login =
    cache.flavour === 'operator'
      ? ' The admin port of the operator’s servers asks for no password.'
      : ' They log in as `default` with the password that the pod has as a variable; no password is on a command line.';
  const image =
    'The image of the server has `redis-cli`; Dragonfly’s own does.';
  return [
    '## Prepare',
    `Paste this into \`sh\` or \`bash\` once; everything below uses these functions. Where a command says \`REGION\`, put the name of a region: nothing happens before you do. You need \`kubectl\`, a context for the cluster of each region, and the right to \`exec\` into the pod \`${cache.name}-0\` and to patch its objects.${login} ${image}`,
    fenced('sh', functions(cache)),
  ].join('\n\n');
}
