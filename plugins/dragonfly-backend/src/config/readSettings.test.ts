import { ConfigReader } from '@backstage/config';
import { readSettings } from './readSettings';

function settingsFrom(dragonfly: object) {
  return readSettings(new ConfigReader({ dragonfly: { ...dragonfly } }));
}

const regions = {
  region1: { title: 'Frankfurt', domain: 'databases.region1.example.com' },
};

describe('readSettings', () => {
  it('has a default for everything', () => {
    expect(readSettings(new ConfigReader({}))).toEqual({
      manifests: {
        regions: [],
        image: 'docker.dragonflydb.io/dragonflydb/dragonfly:v1.40.1',
        serverVersion: '1.40.1',
        monitoringNamespace: 'monitoring',
      },
      inventoryRefreshMs: 10_000,
      monitor: { intervalMs: 2_000, timeoutMs: 1_500 },
      lagThresholdSeconds: { standard: 10, byUseCase: {} },
      profiles: new Map(),
      caches: new Map(),
    });
  });

  it('reads everything', () => {
    const settings = settingsFrom({
      adr: { url: 'https://example.com/adr.md' },
      regions: {
        ...regions,
        'region-2': { domain: 'd.example.com', cidrs: ['10.2.0.0/16'] },
      },
      manifests: {
        image: 'registry.example.com/dragonfly:v1.41.0@sha256:0',
        monitoringNamespace: 'observability',
      },
      inventory: { refreshInterval: 'PT15S' },
      monitor: {
        interval: '1s',
        timeout: { milliseconds: 250 },
        lagThreshold: { seconds: 5 },
        lagThresholds: { 'session-cache': '500ms' },
      },
      profiles: {
        'prod-2': {
          nodes: {
            region1: {
              host: '{{cache}}.databases.region1.example.com',
              port: '6380',
              tls: 'true',
              caFile: '/etc/ca.pem',
              username: 'portal',
              passwordFile: '/run/secrets/{{cache}}',
            },
          },
        },
      },
      caches: {
        'sessions-2': {
          entityRef: 'Resource:Sessions',
          nodes: { region1: { host: '127.0.0.1' } },
        },
        flags: { entityRef: 'resource:shop/flags' },
      },
    });

    expect(settings).toEqual({
      manifests: {
        regions: [
          {
            name: 'region1',
            title: 'Frankfurt',
            domain: 'databases.region1.example.com',
            cidrs: [],
          },
          {
            name: 'region-2',
            title: 'region-2',
            domain: 'd.example.com',
            cidrs: ['10.2.0.0/16'],
          },
        ],
        image: 'registry.example.com/dragonfly:v1.41.0@sha256:0',
        serverVersion: '1.41.0',
        monitoringNamespace: 'observability',
      },
      inventoryRefreshMs: 15_000,
      monitor: { intervalMs: 1_000, timeoutMs: 250 },
      lagThresholdSeconds: { standard: 5, byUseCase: { 'session-cache': 0.5 } },
      profiles: new Map([
        [
          'prod-2',
          new Map([
            [
              'region1',
              {
                host: '{{cache}}.databases.region1.example.com',
                port: 6380,
                tls: true,
                caFile: '/etc/ca.pem',
                username: 'portal',
                passwordFile: '/run/secrets/{{cache}}',
              },
            ],
          ]),
        ],
      ]),
      caches: new Map([
        [
          'sessions-2',
          {
            entityRef: 'resource:default/sessions',
            nodes: new Map([
              ['region1', { host: '127.0.0.1', port: 6379, tls: false }],
            ]),
          },
        ],
        ['flags', { entityRef: 'resource:shop/flags', nodes: undefined }],
      ]),
    });
  });

  const nodeOf = (node: object) => ({
    regions,
    profiles: { default: { nodes: { region1: node } } },
  });

  it.each`
    situation                         | config                                                                       | message
    ${'a host with a port'}           | ${nodeOf({ host: 'cache:6379/0' })}                                          | ${'dragonfly.profiles.default.nodes.region1.host is "cache:6379/0"; expected a host name or address without scheme and port; the only placeholder is {{cache}}. Correct it in app-config.'}
    ${'another placeholder'}          | ${nodeOf({ host: '{{namespace}}.example.com' })}                             | ${'region1.host is "{{namespace}}.example.com"; expected a host name'}
    ${'no host'}                      | ${nodeOf({})}                                                                | ${'dragonfly.profiles.default.nodes.region1.host is missing; expected a host name or address. Add it to app-config.'}
    ${'a port out of range'}          | ${nodeOf({ host: 'cache', port: 70000 })}                                    | ${'region1.port is 70000; expected a port from 1 to 65535.'}
    ${'a flag that is no flag'}       | ${nodeOf({ host: 'cache', tls: 'maybe' })}                                   | ${'region1.tls is "maybe"; expected true or false.'}
    ${'a misspelt key'}               | ${nodeOf({ host: 'cache', pasword: 'geheim' })}                              | ${'dragonfly.profiles.default.nodes.region1 has unknown keys: pasword. Correct the spelling'}
    ${'two passwords'}                | ${nodeOf({ host: 'cache', password: 'geheim', passwordFile: '/f' })}         | ${'region1.passwordFile is "/f"; expected either "password" or "passwordFile", not both.'}
    ${'a password that is no text'}   | ${nodeOf({ host: 'cache', password: { geheim: true } })}                     | ${'region1.password is set to a value that cannot be used; expected a password.'}
    ${'a user without a password'}    | ${nodeOf({ host: 'cache', username: 'portal' })}                             | ${'region1.username is "portal"; expected a "password" or "passwordFile" beside the user name.'}
    ${'authorities without TLS'}      | ${nodeOf({ host: 'cache', caFile: '/ca.pem' })}                              | ${'region1.caFile is "/ca.pem"; expected "tls: true"'}
    ${'a node in an unknown region'}  | ${{ profiles: { default: { nodes: { region9: { host: 'cache' } } } } }}      | ${'dragonfly.profiles.default.nodes has a node in region "region9"; expected one of the regions in dragonfly.regions: none yet.'}
    ${'a cache in an unknown region'} | ${{ regions, caches: { flags: { nodes: { region9: { host: 'cache' } } } } }} | ${'dragonfly.caches.flags.nodes has a node in region "region9"; expected one of the regions in dragonfly.regions: region1.'}
    ${'a bad region name'}            | ${{ regions: { 'Region 1': { domain: 'x' } } }}                              | ${'dragonfly.regions.Region 1 has a name that cannot be used; expected a DNS label'}
    ${'a bad entity reference'}       | ${{ caches: { flags: { entityRef: 'flags' } } }}                             | ${'dragonfly.caches.flags.entityRef is "flags"; expected a full entity reference such as resource:default/flags.'}
    ${'a bad duration'}               | ${{ monitor: { interval: 'soon' } }}                                         | ${'dragonfly.monitor.interval is "soon"; expected a duration above zero such as'}
    ${'a timeout as long'}            | ${{ monitor: { interval: '1s', timeout: '1s' } }}                            | ${'dragonfly.monitor.timeout is "1s"; expected a duration shorter than dragonfly.monitor.interval.'}
    ${'an image without a version'}   | ${{ manifests: { image: 'dragonfly:latest' } }}                              | ${'dragonfly.manifests.serverVersion is missing; expected the version of the server, such as 1.40.1, because the tag of dragonfly.manifests.image is none.'}
    ${'a profile that is no object'}  | ${{ profiles: { default: 'here' } }}                                         | ${'dragonfly.profiles.default is "here"; expected an object with "nodes".'}
  `('refuses $situation', ({ config, message }) => {
    expect(() => settingsFrom(config)).toThrow(message);
    expect(() => settingsFrom(config)).not.toThrow('geheim');
  });

  it('reports everything that is wrong at once', () => {
    const everything = () =>
      settingsFrom({
        ...nodeOf({ port: 0 }),
        monitor: { interval: 'soon' },
      });

    expect(everything).toThrow('region1.host is missing');
    expect(everything).toThrow('region1.port is 0');
    expect(everything).toThrow('interval is "soon"');
  });
});
