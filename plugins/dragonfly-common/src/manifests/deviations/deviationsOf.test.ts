import {
  adrText,
  cacheOf,
  independentSpec,
  policyOf,
  settings,
  spec,
} from '../__testUtils__/caches';
import { ResolvedCache } from '../resolvedCache';
import { deviationsOf } from './deviationsOf';

function idsOf(cache: ResolvedCache): string[] {
  return deviationsOf(cache).map(({ id }) => id);
}

describe('deviationsOf', () => {
  it.each`
    id                                            | line   | text
    ${'role-outside-pod-template'}                | ${140} | ${'--replicaof=dragonfly.region1.<domain>:6379'}
    ${'explicit-port'}                            | ${112} | ${'containerPort: 6379'}
    ${'names-carry-cache'}                        | ${98}  | ${'name: dragonfly'}
    ${'secret-carries-cache-name'}                | ${114} | ${'REDIS_PASSWORD from the Secret dragonfly-credentials'}
    ${'requirepass-as-variable'}                  | ${108} | ${'--requirepass=$(REDIS_PASSWORD)'}
    ${'masterauth-as-variable'}                   | ${141} | ${'--masterauth=$(MASTER_PASSWORD)'}
    ${'primary-host'}                             | ${140} | ${'--replicaof=dragonfly.region1.<domain>:6379'}
    ${'image-pinned'}                             | ${106} | ${'image: docker.dragonflydb.io/dragonflydb/dragonfly:latest'}
    ${'metric-name-dragonfly-connected-replicas'} | ${168} | ${'dragonfly_connected_replicas'}
    ${'metric-name-dragonfly-replication-lag'}    | ${169} | ${'dragonfly_replication_lag'}
    ${'metric-name-dragonfly-used-memory'}        | ${170} | ${'dragonfly_used_memory'}
  `('cites line $line for $id', ({ id, line, text }) => {
    const found = deviationsOf(cacheOf()).find(each => each.id === id);
    expect(found?.adr).toEqual({ text, line });
    const written = text
      .replace(' from the Secret dragonfly-credentials', '')
      .trim();
    expect(adrText().split('\n')[line - 1]).toContain(written);
  });

  it.each([
    'admin-port',
    'acl-users',
    'threads-bounded',
    'no-snapshot',
    'log-to-stderr',
    'no-version-check',
    'replica-survives-empty-primary',
    'replication-tuning',
    'endpoints',
    'network-policy',
    'selector-and-labels',
    'update-on-delete',
    'restricted-pod',
    'service-links-off',
    'probes',
    'resources',
    'termination-grace',
    'pod-disruption-budget',
    'monitoring-objects',
    'runbook',
  ])('lists %s, where the ADR is silent', id => {
    const found = deviationsOf(cacheOf()).find(each => each.id === id);
    expect(found).toBeDefined();
    expect(found?.adr).toBeUndefined();
  });

  it.each([cacheOf(), cacheOf(independentSpec())])(
    'gives each an id of its own and a reason ($name)',
    cache => {
      const deviations = deviationsOf(cache);
      expect(new Set(idsOf(cache)).size).toBe(deviations.length);
      for (const { id, generated, reason } of deviations) {
        expect(id).toMatch(/^[a-z0-9-]+$/);
        expect(generated).not.toBe('');
        expect(reason).toMatch(/\.$/);
      }
    },
  );

  it('lists the eviction only where it differs from the ADR', () => {
    expect(idsOf(cacheOf())).not.toContain('cache-mode-per-use-case');
    expect(deviationsOf(cacheOf(independentSpec()))).toContainEqual(
      expect.objectContaining({
        id: 'cache-mode-per-use-case',
        adr: { text: '--cache_mode=true', line: 110 },
        generated: '--cache_mode=false',
      }),
    );
  });

  it('lists the memory only where the request asks for another', () => {
    expect(idsOf(cacheOf())).not.toContain('memory-as-asked');
    expect(idsOf(cacheOf(spec({ memoryBytes: 2 * 2 ** 30 })))).not.toContain(
      'memory-as-asked',
    );
    expect(
      deviationsOf(cacheOf(spec({ memoryBytes: 2 ** 30 }))),
    ).toContainEqual({
      id: 'memory-as-asked',
      adr: { text: '--maxmemory=2gb', line: 109 },
      generated: '--maxmemory=1gb',
      reason: 'The request asks for 1 GiB.',
    });
  });

  it('lists nothing about replication where there is none', () => {
    const ids = idsOf(cacheOf(independentSpec()));
    expect(ids).toContain('no-replica');
    for (const id of [
      'primary-host',
      'masterauth-as-variable',
      'replica-survives-empty-primary',
      'replication-tuning',
      'pod-disruption-budget',
    ]) {
      expect(ids).not.toContain(id);
    }
  });

  it('lists nothing that a newer ADR has taken over', () => {
    const image = settings().image;
    const adr = adrText()
      .replaceAll('docker.dragonflydb.io/dragonflydb/dragonfly:latest', image)
      .replaceAll(
        '- --cache_mode=true',
        '- --cache_mode=true\n            - --break_replication_on_master_restart=true\n            - --proactor_threads=2',
      )
      .replaceAll('`dragonfly_used_memory`', '`dragonfly_memory_used_bytes`');
    const ids = idsOf(cacheOf(spec({ name: 'dragonfly' }), policyOf(adr)));
    for (const id of [
      'image-pinned',
      'replica-survives-empty-primary',
      'threads-bounded',
      'names-carry-cache',
      'secret-carries-cache-name',
      'metric-name-dragonfly-used-memory',
    ]) {
      expect(ids).not.toContain(id);
    }
  });

  it('lists where the sides of the ADR differ, because they cannot', () => {
    const lines = adrText().split('\n');
    const changed = lines.map((line, index) =>
      index > 122 ? line.replace('--maxmemory=2gb', '--maxmemory=1gb') : line,
    );
    const cache = cacheOf(spec(), policyOf(changed.join('\n')));
    expect(deviationsOf(cache)).toContainEqual(
      expect.objectContaining({
        id: 'same-maxmemory-in-every-region',
        adr: { text: '--maxmemory=1gb', line: 138 },
        generated: '--maxmemory=2gb',
      }),
    );
  });
});
