import { formatMemory } from '../policy/quantities';
import { CacheRecord } from '../manifests/record/types';
import { code, plain } from '../manifests/readme/markdown';
import { describeSeconds } from '../replication/describeQuantity';

type Value = string | number | boolean | undefined;

const CHOICES: Record<string, string> = {
  namespace:
    '**Dangerous: namespace of the servers**, whose data does not move with them',
  useCase: 'Use case',
  ttlSeconds: 'Time to live',
  eviction: 'Eviction',
  memoryBytes: 'Memory',
  threads: 'Threads',
  image: 'Image',
  serverVersion: 'Server version',
  flavour: 'What makes the servers',
  secrets: 'Passwords come from',
  tls: 'TLS',
  crossRegion: 'Between the regions',
  argoCd: 'Argo CD ApplicationSet',
  monitoring: 'Monitor',
};

/** What a choice follows from when the request left it open. */
const FROM_POLICY = ['namespace', 'useCase', 'ttlSeconds', 'eviction'];
const FROM_SETTINGS = ['image', 'serverVersion', 'monitoring'];

function shown(name: string, value: Value): string {
  if (value === undefined) return 'not recorded';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number' && name === 'memoryBytes') {
    return formatMemory(value);
  }
  if (typeof value === 'number' && name === 'ttlSeconds') {
    return describeSeconds(value);
  }
  return code(String(value));
}

function reasonOf(name: string, before: CacheRecord, after: CacheRecord) {
  if (FROM_POLICY.includes(name)) return ' (the policy says so)';
  if (FROM_SETTINGS.includes(name)) return ' (the platform’s settings say so)';
  const asked = (record: CacheRecord) =>
    JSON.stringify([
      Object.entries(record.request).find(([field]) => field === name),
      record.request.sizing,
    ]);
  return asked(before) === asked(after)
    ? ' (not asked for: it follows from the policy, the settings or the generator)'
    : '';
}

function choiceLines(before: CacheRecord, after: CacheRecord): string[] {
  const names = Object.keys({ ...before.choices, ...after.choices });
  return names
    .filter(name => before.choices[name] !== after.choices[name])
    .map(
      name =>
        `${CHOICES[name] ?? plain(name)}: ${shown(name, before.choices[name])} → ${shown(name, after.choices[name])}${reasonOf(name, before, after)}`,
    );
}

function textLine(title: string, before?: string, after?: string): string[] {
  if (before === after) return [];
  const show = (text?: string) => (text === undefined ? 'none' : plain(text));
  return [`${title}: ${show(before)} → ${show(after)}`];
}

function consumerLines(before: CacheRecord, after: CacheRecord): string[] {
  const namespaces = ({ request }: CacheRecord) =>
    new Map(
      request.consumers.map(({ entityRef, namespace = '' }) => [
        entityRef,
        namespace,
      ]),
    );
  const [was, is] = [namespaces(before), namespaces(after)];
  return [
    ...[...is.keys()]
      .filter(ref => !was.has(ref))
      .map(
        ref =>
          `Consumer added: ${code(ref)}. Its namespace is let in, and it applies the files of its folder under ${code('consumers/')}.`,
      ),
    ...[...was.keys()]
      .filter(ref => !is.has(ref))
      .map(
        ref =>
          `Consumer removed: ${code(ref)}. **Its new connections are refused** once this is applied, unless another consumer is in the same namespace.`,
      ),
    ...[...is]
      .filter(([ref, namespace]) => was.has(ref) && was.get(ref) !== namespace)
      .map(
        ([ref, namespace]) =>
          `Consumer ${code(ref)} is in the namespace ${code(namespace)} now, was in ${code(was.get(ref) ?? '')}.`,
      ),
  ];
}

function regionLines(before: CacheRecord, after: CacheRecord): string[] {
  const find = (record: CacheRecord, region: string) =>
    record.nodes.find(node => node.region === region);
  return [
    ...after.nodes.flatMap(({ region, host, port }) => {
      const was = find(before, region);
      if (!was) {
        return [
          `Region added: ${code(region)}. Its Secrets must exist before its overlay is applied${after.topology === 'replicated' ? '; the primary then sends it a whole copy' : ''}.`,
        ];
      }
      const [old, now] = [`${was.host}:${was.port}`, `${host}:${port}`];
      return old === now
        ? []
        : [
            `**Dangerous: address of ${code(region)} changed** from ${code(old)} to ${code(now)}. The new name must lead to the server before a replica starts with it, and clients that know the old one lose the cache when it goes.`,
          ];
    }),
    ...before.nodes
      .filter(({ region }) => !find(after, region))
      .map(
        ({ region }) =>
          `**Dangerous: region removed:** ${code(region)}. Its server and the data it holds go away when its objects are deleted; ${code('kubectl')} does not delete what is no longer listed, so delete them there by hand.`,
      ),
  ];
}

/** Every difference between what was asked for and decided then and now; each is one line of Markdown. */
export function differencesOf(
  before: CacheRecord,
  after: CacheRecord,
): string[] {
  return [
    ...textLine('Generator', before.generator, after.generator),
    ...(before.policyRevision === after.policyRevision
      ? []
      : [
          `Policy revision: ${code(before.policyRevision)} → ${code(after.policyRevision)}`,
        ]),
    ...choiceLines(before, after),
    ...consumerLines(before, after),
    ...regionLines(before, after),
    ...textLine(
      'Description',
      before.request.description,
      after.request.description,
    ),
    ...textLine('Owner', before.request.owner, after.request.owner),
    ...textLine('System', before.request.system, after.request.system),
  ];
}
