import {
  adrText,
  contentOf,
  independentSpec,
  platformSettings,
  policyOf,
  provenance,
  rendered,
  repository,
  settings,
  spec,
} from '../__testUtils__/caches';
import { renderManifests } from '../renderManifests';
import { CacheSpec } from '../types';

function readmeOf(request: CacheSpec = spec(), policy = policyOf()): string {
  return contentOf(rendered(request, policy), 'README.md');
}

describe('README', () => {
  it('starts with what the cache is', () => {
    expect(readmeOf(spec({ description: 'Log-in sessions | <b>' }))).toMatch(
      /^# Cache sessions\n\nsessions: replicated between Frankfurt and Dublin, 2 GiB, LRU, TTL 24h\n\nLog-in sessions \\\| \\<b\\>\n/,
    );
  });

  it('says how to apply it', () => {
    expect(readmeOf()).toContain(
      '```sh\nkubectl apply -k overlays/region1\nkubectl apply -k overlays/region2\n```',
    );
  });

  it.each([
    ['plain', settings()],
    [
      'everything that can be chosen',
      platformSettings({
        issuer: { kind: 'ClusterIssuer', name: 'internal' },
        crossRegion: 'load-balancer',
      }),
    ],
  ])('is the same whichever region is the primary: %s', (_, from) => {
    const [first, second] = [
      ['region1', 'region2'],
      ['region2', 'region1'],
    ].map(([primaryRegion, ...otherRegions]) =>
      contentOf(
        rendered(
          spec({ primaryRegion, otherRegions, repository }),
          policyOf(),
          from,
        ),
        'README.md',
      ),
    );
    expect(first).toBe(second);
  });

  it('points at the runbook for a move, instead of repeating it', () => {
    const [, move] = readmeOf().split('## When the primary moves');
    expect(move.split('\n## ')[0]).toContain('`docs/runbook.md`');
    expect(move.split('\n## ')[0]).not.toContain('REPLICAOF');
  });

  it('says what each way between the regions needs', () => {
    const named = readmeOf();
    expect(named).toContain('must lead to the Service `sessions-replication`');
    const balanced = readmeOf(spec({ crossRegion: 'load-balancer' }));
    expect(balanced).toContain('**Source addresses must arrive unchanged.**');
    expect(balanced).toContain('**Idle connections are cut**');
    expect(balanced).toContain(
      '**No annotation makes it internal in Frankfurt and Dublin**',
    );
    for (const text of [named, balanced]) {
      expect(text).toContain(
        'a pool that holds its connections open never does',
      );
    }
    expect(readmeOf(independentSpec())).not.toContain('## Between the regions');
  });

  it('warns that the read host of a replica is stale and read-only', () => {
    expect(readmeOf()).toContain('**eventually consistent and read-only**');
    expect(readmeOf(independentSpec())).not.toContain('eventually consistent');
  });

  it('lists the Secret, its keys and the users with least privilege', () => {
    const text = readmeOf();
    for (const key of ['password', 'master-password', 'acl']) {
      expect(text).toContain(
        `| \`databases\` | \`sessions-credentials\` | \`${key}\` |`,
      );
    }
    expect(text).toContain(
      'USER monitoring ON #<SHA-256 of the password of monitoring> -@all +ping +info +role +wait\n',
    );
    expect(text).toContain(
      'USER app-checkout ON #<SHA-256 of the password of app-checkout> ~checkout:* +@all -@admin -@dangerous +info\n',
    );
  });

  it('gives default a password first: a file without it opens the server', () => {
    const [, acl] = /```text\n([\s\S]*?)\n```/.exec(readmeOf()) ?? [];
    expect(acl.split('\n')[0]).toBe(
      'USER default ON #<SHA-256 of the password of default> ~* &* +@all',
    );
    expect(acl.split('\n').every(line => /^USER \S+ ON #/.test(line))).toBe(
      true,
    );
    expect(readmeOf()).toContain('**The line of `default` must be there.**');
  });

  it('has a row for every deviation', () => {
    const { deviations } = rendered();
    const text = readmeOf();
    for (const { id } of deviations) {
      expect(text).toContain(`| \`${id}\` |`);
    }
  });

  it('ends with where it comes from', () => {
    expect(readmeOf()).toMatch(
      /- Policy: ADR: Caching with Dragonfly \(accepted, 2026-01-16\), revision `sha256-4f1c`\n- Server: Dragonfly 1\.40\.1, `docker\.dragonflydb\.io\/dragonflydb\/dragonfly:v1\.40\.1`\n- Generator: `0\.1\.0`\n$/,
    );
  });

  it('warns when the ADR no longer holds', () => {
    const adr = adrText().replace('Accepted', 'Superseded');
    expect(readmeOf(spec(), policyOf(adr))).toContain(
      '**The ADR behind this cache is superseded (line 3).**',
    );
    expect(readmeOf()).not.toContain('The ADR behind this cache');
  });

  it('shows the contradictions of the ADR', () => {
    expect(readmeOf()).toContain('- `LAG_UNIT` (line 169): ');
  });

  it('takes any text as a revision', () => {
    const result = renderManifests(spec(), policyOf(), settings(), {
      ...provenance,
      policyRevision: '`\n# Owned',
    });
    expect(result.ok && contentOf(result, 'README.md')).toContain(
      'revision `` `\\u{a}# Owned ``',
    );
  });
});
