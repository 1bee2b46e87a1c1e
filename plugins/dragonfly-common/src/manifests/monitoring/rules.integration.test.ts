import {
  adrText,
  policyOf,
  provenance,
  rendered,
  settings,
  spec,
} from '../__testUtils__/caches';
import { promqlErrors } from '../../validation/promql';
import { renderManifests } from '../renderManifests';
import { CacheSpec, ManifestSettings } from '../types';
import { promtool } from './__testUtils__/promtool';
import { ruleGroupsIn, rulesIn } from './__testUtils__/rules';

const choices: Partial<CacheSpec>[] = policyOf().useCases.flatMap(
  ({ id, disasterRecovery }): Partial<CacheSpec>[] => {
    switch (disasterRecovery) {
      case 'required':
        return [{ useCase: id, topology: 'replicated' }];
      case 'local':
        return [
          { useCase: id, topology: 'independent' },
          { useCase: id, topology: 'independent', flavour: 'operator' },
        ];
      default:
        return [
          { useCase: id, topology: 'replicated' },
          { useCase: id, topology: 'independent' },
          { useCase: id, topology: 'independent', flavour: 'operator' },
        ];
    }
  },
);

const three = {
  name: 'region3',
  title: 'Oslo',
  domain: 'databases.region3.example.com',
  cidrs: ['10.3.0.0/16'],
};

const variants: [string, Partial<CacheSpec>, Partial<ManifestSettings>][] = [
  ...choices.map((choice): (typeof variants)[number] => [
    `${choice.useCase} ${choice.topology} ${choice.flavour ?? 'kustomize'}`,
    choice,
    {},
  ]),
  ['one region', { useCase: 'rate-limiting', otherRegions: [] }, {}],
  [
    'three regions',
    { otherRegions: ['region2', 'region3'] },
    { regions: [...settings().regions, three] },
  ],
  [
    'TLS and labels',
    {},
    {
      issuer: { kind: 'Issuer', name: 'internal' },
      monitoring: {
        kind: 'ServiceMonitor',
        labels: { release: 'prometheus' },
        dashboardLabels: { dashboards: 'yes' },
      },
    },
  ],
];

describe.each(variants)('the rules of %s', (_, choice, from) => {
  const manifests = rendered(spec(choice), policyOf(), settings(from));

  it('pass promtool', () => {
    const rules = { groups: ruleGroupsIn(manifests) };
    expect(
      promtool(['check', 'rules', '--lint-fatal', 'rules.yaml'], {
        'rules.yaml': rules,
      }),
    ).toMatchObject({ code: 0 });
  });

  it('parse in the browser as well', () => {
    expect(
      rulesIn(manifests).flatMap(({ expr }) => promqlErrors(expr)),
    ).toEqual([]);
  });

  it('say what to do, with a severity', () => {
    for (const rule of rulesIn(manifests)) {
      if (!rule.alert) continue;
      expect(rule.labels?.severity).toMatch(/^(critical|warning)$/);
      expect(rule.labels?.cache).toBe('sessions');
      expect(rule.annotations?.summary).toMatch(/\.$/);
      expect(rule.annotations?.description).toMatch(/\.$/);
      expect(rule.annotations?.runbook).toBe(
        `docs/runbook.md#${rule.alert.toLowerCase()}`,
      );
    }
  });
});

describe('the PrometheusRule', () => {
  it('does not depend on which region is the primary', () => {
    const moved = spec({ primaryRegion: 'region2', otherRegions: ['region1'] });
    expect(ruleGroupsIn(rendered(moved))).toEqual(ruleGroupsIn(rendered()));
  });

  it('leads to the runbook in the repository where that is known', () => {
    const repository = {
      url: 'https://git.example.com/platform/caches',
      folder: 'caches',
    };
    const [rule] = rulesIn(rendered(spec({ repository }))).filter(
      ({ alert }) => alert === 'DragonflyNoPrimary',
    );
    expect(rule.annotations).toMatchObject({
      runbook: 'caches/sessions/docs/runbook.md#dragonflynoprimary',
      repository: 'https://git.example.com/platform/caches',
    });
  });

  it('does not record what it does not know, and says so', () => {
    const adr = adrText().replace(
      '| `dragonfly_used_memory` | Memory usage |',
      '| `cache_temperature` | How hot it is |',
    );
    const result = renderManifests(
      spec(),
      policyOf(adr),
      settings(),
      provenance,
    );
    if (!result.ok) throw new Error(result.errors[0].message);
    expect(rulesIn(result).map(({ record }) => record)).not.toContain(
      'cache_temperature',
    );
    expect(result.deviations).toContainEqual({
      id: 'metric-name-cache-temperature',
      adr: { text: 'cache_temperature', line: 170 },
      generated: 'not recorded',
      reason:
        'Neither its name nor its description is one that is known, and a guess would show wrong numbers under a right name.',
    });
  });

  it.each`
    groups                                  | request
    ${['a.region', 'a.global', 'a.portal']} | ${{ useCase: 'session-cache' }}
    ${['a.region', 'a.global', 'a.portal']} | ${{ useCase: 'rate-limiting' }}
    ${['a.region', 'a.portal']}             | ${{ useCase: 'rate-limiting', otherRegions: [] }}
  `('has the groups $groups', ({ groups, request }) => {
    const manifests = rendered(spec({ name: 'a', ...request }));
    expect(ruleGroupsIn(manifests).map(({ name }) => name)).toEqual(groups);
  });
});
