import { parse } from 'yaml';
import {
  adrText,
  contentOf,
  independentSpec,
  policyOf,
  provenance,
  rendered,
  settings,
  spec,
} from './__testUtils__/caches';
import {
  containerIn,
  flagIn,
  guardIn,
  podIn,
  roleFileIn,
} from './__testUtils__/objects';
import { renderManifests } from './renderManifests';
import { isServerFlag } from './serverFlags';
import { CacheSpec } from './types';

const MIB = 2 ** 20;
const requests = [spec(), independentSpec()];

/** The traps of a plain copy of the ADR's YAML, one block each. */
describe('a primary that restarts empty', () => {
  it('does not wipe its replica', () => {
    expect(flagIn(rendered(), 'break_replication_on_master_restart')).toBe(
      'true',
    );
  });

  it('does not wipe it even when the ADR says so', () => {
    const adr = adrText().replaceAll(
      '- --cache_mode=true',
      '- --cache_mode=true\n            - --break_replication_on_master_restart=false',
    );
    const manifests = rendered(spec(), policyOf(adr));
    expect(flagIn(manifests, 'break_replication_on_master_restart')).toBe(
      'true',
    );
    expect(manifests.deviations).toContainEqual(
      expect.objectContaining({
        id: 'replica-survives-empty-primary',
        adr: { text: '--break_replication_on_master_restart=false', line: 111 },
      }),
    );
  });
});

describe('a promotion', () => {
  const before = rendered();
  const after = rendered(
    spec({ primaryRegion: 'region2', otherRegions: ['region1'] }),
  );

  it('is not undone by the pod: no role in its template', () => {
    const template = JSON.stringify(podIn(before));
    expect(template).not.toContain('replicaof');
    expect(template).not.toContain('region1');
    expect(template).not.toContain('region2');
  });

  it('restarts nothing: no file of the base changes', () => {
    const base = (manifests: typeof before) =>
      manifests.files.filter(({ path }) => path.startsWith('base/'));
    expect(base(after)).toEqual(base(before));
  });

  it('changes role files, write Services and catalog entity only', () => {
    const changed = after.files.filter(
      ({ path, content }) => contentOf(before, path) !== content,
    );
    expect(changed.map(({ path }) => path)).toEqual([
      'catalog-info.yaml',
      'overlays/region1/role-config-map.yaml',
      'overlays/region1/write-service.yaml',
      'overlays/region2/role-config-map.yaml',
      'overlays/region2/write-service.yaml',
    ]);
  });

  it('swaps the role files', () => {
    const flag = /^--replicaof=.*$/m;
    expect(roleFileIn(before, 'region1')).not.toMatch(flag);
    expect(flag.exec(roleFileIn(before, 'region2'))?.[0]).toBe(
      '--replicaof=sessions.databases.region1.example.com:6379',
    );
    expect(roleFileIn(after, 'region2')).not.toMatch(flag);
    expect(flag.exec(roleFileIn(after, 'region1'))?.[0]).toBe(
      '--replicaof=sessions.databases.region2.example.com:6379',
    );
  });

  it('reaches the pod without a new one: a directory, never a subPath', () => {
    const mount = {
      name: 'role',
      mountPath: '/etc/dragonfly/role',
      readOnly: true,
    };
    expect(guardIn(before).volumeMounts).toContainEqual(mount);
    const independent = rendered(independentSpec());
    expect(containerIn(independent).volumeMounts).toContainEqual(mount);
    expect(flagIn(independent, 'flagfile')).toBe(
      '/etc/dragonfly/role/role.flags',
    );
  });

  it('is not followed by a rolling restart', () => {
    const text = contentOf(before, 'base/stateful-set.yaml');
    expect(parse(text).spec.updateStrategy).toEqual({ type: 'OnDelete' });
  });
});

describe('a region that comes back', () => {
  const manifests = rendered();
  const guard = guardIn(manifests);
  const server = containerIn(manifests);

  it('does not start by its role file: only by a decision of the guard', () => {
    expect(flagIn(manifests, 'flagfile')).toBe('/run/dragonfly/role.flags');
    expect(server.volumeMounts.map(({ name }) => name)).not.toContain('role');
    expect(guard.env).toContainEqual({
      name: 'DECIDED_ROLE_FILE',
      value: '/run/dragonfly/role.flags',
    });
  });

  it('does not start before the guard has decided', () => {
    expect(guard).toMatchObject({
      restartPolicy: 'Always',
      startupProbe: {
        exec: { command: ['test', '-f', '/run/dragonfly/decided-once'] },
      },
    });
  });

  it('cannot use a decision again when its container restarts in place', () => {
    // Only the guard can write there, and it takes the file away as soon as the server runs; a machine that restarts
    // finds the memory empty.
    expect(server.volumeMounts).toContainEqual({
      name: 'decided-role',
      mountPath: '/run/dragonfly',
      readOnly: true,
    });
    expect(podIn(manifests).volumes).toContainEqual({
      name: 'decided-role',
      emptyDir: { medium: 'Memory', sizeLimit: '1Mi' },
    });
    expect(guard.volumeMounts).toContainEqual({
      name: 'decided-role',
      mountPath: '/run/dragonfly',
    });
  });

  it('can reach the regions that it asks, on the port that it asks', () => {
    const nodes = parse(
      contentOf(manifests, 'base/start-guard-config-map.yaml'),
    ).data.nodes;
    expect(nodes).toContain(
      'region2 sessions.databases.region2.example.com 6379\n',
    );
    const policy = parse(
      contentOf(manifests, 'overlays/region1/network-policy.yaml'),
    );
    expect(policy.spec.egress).toContainEqual({
      to: [
        { ipBlock: { cidr: '10.2.0.0/16' } },
        { ipBlock: { cidr: 'fd00:2::/48' } },
      ],
      ports: [{ protocol: 'TCP', port: 6379 }],
    });
  });

  it('is asked with the password that opens every region', () => {
    const { env } = containerIn(manifests);
    const [, presented] = env;
    expect(presented.name).toBe('DFLY_masterauth');
    expect(guard.env).toContainEqual({
      name: 'REDISCLI_AUTH',
      valueFrom: presented.valueFrom,
    });
  });
});

describe('a machine with many CPUs', () => {
  it.each([256, 300, 511, 512, 1024, 2048, 65536])(
    'does not make a server of %i MiB exit at start',
    mebibytes => {
      const manifests = rendered(spec({ memoryBytes: mebibytes * MIB }));
      const threads = Number(flagIn(manifests, 'proactor_threads'));
      expect(threads).toBe(Math.min(2, Math.floor(mebibytes / 256)));
    },
  );

  it('refuses nine threads with the 2 GiB of the ADR', () => {
    const result = renderManifests(
      spec({ threads: 9 }),
      policyOf(),
      settings(),
      provenance,
    );
    expect(result).toMatchObject({
      ok: false,
      errors: [
        {
          field: 'threads',
          value: '9',
          expected:
            'at most 8, because each thread needs 256 MiB and the cache has 2 GiB',
        },
      ],
    });
  });
});

describe('the operator, which promotes every replica that Git declares', () => {
  it.each(requests)('is never asked to run $name', request => {
    const kinds = rendered(request)
      .files.filter(({ path }) => path.endsWith('.yaml'))
      .map(({ content }) => parse(content).apiVersion);
    expect(kinds).not.toContain('dragonflydb.io/v1alpha1');
  });
});

describe('a Service called dfly-something in the namespace', () => {
  it('cannot reach the environment of the server', () => {
    expect(podIn(rendered())).toMatchObject({ enableServiceLinks: false });
  });

  it.each(['dfly', 'dfly-sessions'])('is never made: %s', name => {
    const request: CacheSpec = spec({ name });
    const result = renderManifests(request, policyOf(), settings(), provenance);
    expect(result).toMatchObject({ ok: false, errors: [{ field: 'name' }] });
  });

  it('has no like among the variables: each is a flag the server knows', () => {
    const names = containerIn(rendered()).env.map(({ name }) => name);
    expect(names).toEqual(['DFLY_requirepass', 'DFLY_masterauth']);
    expect(names.every(name => isServerFlag(name.slice('DFLY_'.length)))).toBe(
      true,
    );
  });
});
