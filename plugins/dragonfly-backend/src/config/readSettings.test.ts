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
      monitor: {
        intervalMs: 2_000,
        timeoutMs: 1_500,
        lag: { positions: false },
      },
      retention: {
        raw: 86_400_000,
        minute: 30 * 86_400_000,
        hour: 365 * 86_400_000,
      },
      lagThresholdSeconds: { standard: 10, byUseCase: {} },
      credentials: new Map(),
      profiles: new Map(),
      caches: new Map(),
    });
  });

  it('reads everything', () => {
    const settings = settingsFrom({
      adr: { url: 'https://example.com/adr.md' },
      regions: {
        ...regions,
        'region-2': {
          domain: 'd.example.com',
          cidrs: ['10.2.0.0/16'],
          loadBalancerAnnotations: { 'example.com/internal': 'true' },
          secretStore: { name: 'vault', path: 'caches/{{cache}}' },
          cluster: { server: 'https://10.2.0.1:6443' },
        },
      },
      manifests: {
        image: 'registry.example.com/dragonfly:v1.41.0@sha256:0',
        monitoringNamespace: 'observability',
        startGuardImage: 'registry.example.com/valkey:8.1.4',
        crossRegion: 'load-balancer',
        monitoring: {
          kind: 'ServiceMonitor',
          labels: { release: 'prometheus' },
        },
        issuer: { name: 'internal' },
        argoCd: { project: 'caches' },
      },
      inventory: {
        refreshInterval: 'PT15S',
        source: { url: 'https://example.com/caches.yaml' },
      },
      credentials: {
        databases: { username: 'portal', passwordFile: '/run/{{cache}}' },
      },
      monitor: {
        interval: '1s',
        timeout: { milliseconds: 250 },
        lagThreshold: { seconds: 5 },
        lagThresholds: { 'session-cache': '500ms' },
        regions: ['region1'],
        lag: {
          positions: 'true',
          heartbeat: { enabled: true, interval: '500ms' },
        },
      },
      runbook: { url: 'https://wiki.example.com/{{cache}}#{{anchor}}' },
      history: { retention: { raw: '1h', minutes: 'P1D', hours: { days: 1 } } },
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
              operations: {
                username: 'operator',
                passwordFile: '/run/secrets/{{cache}}/operator',
              },
            },
          },
        },
      },
      caches: {
        'sessions-2': {
          entityRef: 'Resource:Sessions',
          nodes: { region1: { host: '127.0.0.1', credentials: 'databases' } },
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
            loadBalancerAnnotations: { 'example.com/internal': 'true' },
            secretStore: {
              kind: 'ClusterSecretStore',
              name: 'vault',
              path: 'caches/{{cache}}',
            },
            cluster: { server: 'https://10.2.0.1:6443' },
          },
        ],
        image: 'registry.example.com/dragonfly:v1.41.0@sha256:0',
        serverVersion: '1.41.0',
        monitoringNamespace: 'observability',
        startGuardImage: 'registry.example.com/valkey:8.1.4',
        crossRegion: 'load-balancer',
        monitoring: {
          kind: 'ServiceMonitor',
          labels: { release: 'prometheus' },
          dashboardLabels: { grafana_dashboard: '1' },
        },
        issuer: { kind: 'ClusterIssuer', name: 'internal' },
        argoCd: { namespace: 'argocd', project: 'caches', revision: 'HEAD' },
      },
      inventoryRefreshMs: 15_000,
      inventorySource: {
        location: { kind: 'url', url: 'https://example.com/caches.yaml' },
        refreshMs: 30_000,
      },
      credentials: new Map([
        ['databases', { username: 'portal', passwordFile: '/run/{{cache}}' }],
      ]),
      monitor: {
        intervalMs: 1_000,
        timeoutMs: 250,
        regions: ['region1'],
        lag: { positions: true, heartbeatIntervalMs: 500 },
      },
      runbookUrl: 'https://wiki.example.com/{{cache}}#{{anchor}}',
      retention: { raw: 3_600_000, minute: 86_400_000, hour: 86_400_000 },
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
                operations: {
                  username: 'operator',
                  passwordFile: '/run/secrets/{{cache}}/operator',
                },
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
              [
                'region1',
                {
                  host: '127.0.0.1',
                  port: 6379,
                  tls: false,
                  username: 'portal',
                  passwordFile: '/run/{{cache}}',
                },
              ],
            ]),
          },
        ],
        ['flags', { entityRef: 'resource:shop/flags', nodes: undefined }],
      ]),
    });
  });

  const regionOf = (region: object) => ({
    regions: { region1: { ...regions.region1, ...region } },
  });

  const nodeOf = (node: object) => ({
    regions,
    profiles: { default: { nodes: { region1: node } } },
  });

  it.each`
    situation                                   | config                                                                                           | message
    ${'a host with a port'}                     | ${nodeOf({ host: 'cache:6379/0' })}                                                              | ${'dragonfly.profiles.default.nodes.region1.host is "cache:6379/0"; expected a host name or address without scheme and port; the only placeholder is {{cache}}. Correct it in app-config.'}
    ${'another placeholder'}                    | ${nodeOf({ host: '{{namespace}}.example.com' })}                                                 | ${'region1.host is "{{namespace}}.example.com"; expected a host name'}
    ${'no host'}                                | ${nodeOf({})}                                                                                    | ${'dragonfly.profiles.default.nodes.region1.host is missing; expected a host name or address. Add it to app-config.'}
    ${'a port out of range'}                    | ${nodeOf({ host: 'cache', port: 70000 })}                                                        | ${'region1.port is 70000; expected a port from 1 to 65535.'}
    ${'a flag that is no flag'}                 | ${nodeOf({ host: 'cache', tls: 'maybe' })}                                                       | ${'region1.tls is "maybe"; expected true or false.'}
    ${'a misspelt key'}                         | ${nodeOf({ host: 'cache', pasword: 'geheim' })}                                                  | ${'dragonfly.profiles.default.nodes.region1 has unknown keys: pasword. Correct the spelling'}
    ${'two passwords'}                          | ${nodeOf({ host: 'cache', password: 'geheim', passwordFile: '/f' })}                             | ${'region1.passwordFile is "/f"; expected either "password" or "passwordFile", not both.'}
    ${'a password that is no text'}             | ${nodeOf({ host: 'cache', password: { geheim: true } })}                                         | ${'region1.password is set to a value that cannot be used; expected a password.'}
    ${'a user without a password'}              | ${nodeOf({ host: 'cache', username: 'portal' })}                                                 | ${'region1.username is "portal"; expected a "password" or "passwordFile" beside the user name.'}
    ${'authorities without TLS'}                | ${nodeOf({ host: 'cache', caFile: '/ca.pem' })}                                                  | ${'region1.caFile is "/ca.pem"; expected "tls: true"'}
    ${'credentials that are not there'}         | ${nodeOf({ host: 'cache', credentials: 'databses' })}                                            | ${'dragonfly.profiles.default.nodes.region1.credentials is "databses"; expected one of the entries of dragonfly.credentials: none yet.'}
    ${'credentials and a password'}             | ${nodeOf({ host: 'cache', credentials: 'databases', password: 'geheim' })}                       | ${'region1.credentials is set to a value that cannot be used; expected either the name of an entry of dragonfly.credentials or'}
    ${'credentials in place'}                   | ${nodeOf({ host: 'cache', credentials: { password: 'geheim' } })}                                | ${'region1.credentials is set to a value that cannot be used; expected the name of an entry of dragonfly.credentials.'}
    ${'credentials that are a text'}            | ${{ credentials: { databases: 'geheim' } }}                                                      | ${'dragonfly.credentials.databases is set to a value that cannot be used; expected an object with "username"'}
    ${'authorities of credentials without TLS'} | ${{ ...nodeOf({ host: 'cache', credentials: 'a' }), credentials: { a: { caFile: '/ca.pem' } } }} | ${'region1.credentials is "a", which has a "caFile"; expected "tls: true"'}
    ${'a source of two places'}                 | ${{ inventory: { source: { url: 'https://a', file: 'b' } } }}                                    | ${'dragonfly.inventory.source.file is "b"; expected exactly one of "url" and "file".'}
    ${'a source without a place'}               | ${{ inventory: { source: {} } }}                                                                 | ${'dragonfly.inventory.source.file is missing; expected exactly one of "url" and "file".'}
    ${'a source read too often'}                | ${{ inventory: { source: { file: 'b', refreshInterval: '1ms' } } }}                              | ${'dragonfly.inventory.source.refreshInterval is "1ms"; expected a duration of at least 250 ms.'}
    ${'a node in an unknown region'}            | ${{ profiles: { default: { nodes: { region9: { host: 'cache' } } } } }}                          | ${'dragonfly.profiles.default.nodes has a node in region "region9"; expected one of the regions in dragonfly.regions: none yet.'}
    ${'a cache in an unknown region'}           | ${{ regions, caches: { flags: { nodes: { region9: { host: 'cache' } } } } }}                     | ${'dragonfly.caches.flags.nodes has a node in region "region9"; expected one of the regions in dragonfly.regions: region1.'}
    ${'a bad region name'}                      | ${{ regions: { 'Region 1': { domain: 'x' } } }}                                                  | ${'dragonfly.regions.Region 1 has a name that cannot be used; expected a DNS label'}
    ${'a bad entity reference'}                 | ${{ caches: { flags: { entityRef: 'flags' } } }}                                                 | ${'dragonfly.caches.flags.entityRef is "flags"; expected a full entity reference such as resource:default/flags.'}
    ${'a bad duration'}                         | ${{ monitor: { interval: 'soon' } }}                                                             | ${'dragonfly.monitor.interval is "soon"; expected a duration above zero such as'}
    ${'an interval that is too short'}          | ${{ monitor: { interval: '249ms' } }}                                                            | ${'dragonfly.monitor.interval is "249ms"; expected a duration of at least 250 ms. Correct it in app-config.'}
    ${'keys written too often'}                 | ${{ monitor: { lag: { heartbeat: { interval: { milliseconds: 100 } } } } }}                      | ${'dragonfly.monitor.lag.heartbeat.interval is {"milliseconds":100}; expected a duration of at least 250 ms.'}
    ${'a misspelt way to tell lag'}             | ${{ monitor: { lag: { position: true } } }}                                                      | ${'dragonfly.monitor.lag has unknown keys: position.'}
    ${'lag that is no object'}                  | ${{ monitor: { lag: true } }}                                                                    | ${'dragonfly.monitor.lag is true; expected an object with "positions" and "heartbeat".'}
    ${'an unknown region to reach'}             | ${{ regions, monitor: { regions: ['region9'] } }}                                                | ${'dragonfly.monitor.regions has "region9"; expected one of the regions in dragonfly.regions: region1.'}
    ${'no region to reach'}                     | ${{ regions, monitor: { regions: [] } }}                                                         | ${'dragonfly.monitor.regions is []; expected a list of at least one region.'}
    ${'regions that are no list'}               | ${{ regions, monitor: { regions: 'region1' } }}                                                  | ${'dragonfly.monitor.regions is "region1"; expected a list of names of regions.'}
    ${'minutes kept for shorter'}               | ${{ history: { retention: { raw: '2d', minutes: '1d' } } }}                                      | ${'dragonfly.history.retention.minutes is "1d"; expected a duration no shorter than dragonfly.history.retention.raw.'}
    ${'hours kept for shorter'}                 | ${{ history: { retention: { hours: '1d' } } }}                                                   | ${'dragonfly.history.retention.hours is "1d"; expected a duration no shorter than dragonfly.history.retention.minutes.'}
    ${'runbooks without https'}                 | ${{ runbook: { url: 'http://wiki.example.com' } }}                                               | ${'dragonfly.runbook.url is "http://wiki.example.com"; expected an https address without a login; the only placeholders are {{cache}} and {{anchor}}.'}
    ${'a misspelt retention'}                   | ${{ history: { retention: { minute: '1d' } } }}                                                  | ${'dragonfly.history.retention has unknown keys: minute.'}
    ${'a user for operations alone'}            | ${nodeOf({ host: 'cache', operations: { username: 'operator' } })}                               | ${'region1.operations.passwordFile is missing; expected a "password" or "passwordFile" of the user for operations. Add it to app-config.'}
    ${'two passwords for operations'}           | ${nodeOf({ host: 'cache', operations: { password: 'geheim', passwordFile: '/f' } })}             | ${'region1.operations.passwordFile is "/f"; expected either "password" or "passwordFile", not both.'}
    ${'a secret that is no text'}               | ${nodeOf({ host: 'cache', operations: { password: { geheim: true } } })}                         | ${'region1.operations.password is set to a value that cannot be used; expected a password.'}
    ${'a timeout as long'}                      | ${{ monitor: { interval: '1s', timeout: '1s' } }}                                                | ${'dragonfly.monitor.timeout is "1s"; expected a duration shorter than dragonfly.monitor.interval.'}
    ${'an image without a version'}             | ${{ manifests: { image: 'dragonfly:latest' } }}                                                  | ${'dragonfly.manifests.serverVersion is missing; expected the version of the server, such as 1.40.1, because the tag of dragonfly.manifests.image is none.'}
    ${'a store without its path'}               | ${regionOf({ secretStore: { name: 'vault' } })}                                                  | ${'dragonfly.regions.region1.secretStore.path is missing; expected a path in the store. Add it to app-config.'}
    ${'one path for all caches'}                | ${regionOf({ secretStore: { name: 'vault', path: 'caches' } })}                                  | ${'region1.secretStore.path is "caches"; expected a path in the store with the placeholder {{cache}}'}
    ${'an unknown kind of store'}               | ${regionOf({ secretStore: { kind: 'Vault', name: 'a', path: '{{cache}}' } })}                    | ${'region1.secretStore.kind is "Vault"; expected "SecretStore" or "ClusterSecretStore".'}
    ${'a misspelt key of a store'}              | ${regionOf({ secretStore: { nam: 'a', name: 'a', path: '{{cache}}' } })}                         | ${'dragonfly.regions.region1.secretStore has unknown keys: nam. Correct the spelling'}
    ${'a cluster known by both'}                | ${regionOf({ cluster: { name: 'a', server: 'https://a' } })}                                     | ${'region1.cluster is {"name":"a","server":"https://a"}; expected an object with either "name" or "server".'}
    ${'a cluster that is a text'}               | ${regionOf({ cluster: 'a' })}                                                                    | ${'region1.cluster is "a"; expected an object with either "name" or "server".'}
    ${'an annotation that is no text'}          | ${regionOf({ loadBalancerAnnotations: { internal: true } })}                                     | ${'region1.loadBalancerAnnotations.internal is true; expected an object with the value of each annotation as a text.'}
    ${'an unknown way across'}                  | ${{ manifests: { crossRegion: 'vpn' } }}                                                         | ${'dragonfly.manifests.crossRegion is "vpn"; expected "load-balancer" or "external-name".'}
    ${'an issuer without a name'}               | ${{ manifests: { issuer: {} } }}                                                                 | ${'dragonfly.manifests.issuer.name is missing; expected the name of an issuer.'}
    ${'an unknown kind of monitor'}             | ${{ manifests: { monitoring: { kind: 'Probe' } } }}                                              | ${'dragonfly.manifests.monitoring.kind is "Probe"; expected "PodMonitor" or "ServiceMonitor".'}
    ${'a label that is no text'}                | ${{ manifests: { monitoring: { labels: { a: 1 } } } }}                                           | ${'dragonfly.manifests.monitoring.labels.a is 1; expected an object with the value of each label as a text.'}
    ${'a bad namespace of Argo CD'}             | ${{ manifests: { argoCd: { namespace: 'Argo' } } }}                                              | ${'dragonfly.manifests.argoCd.namespace is "Argo"; expected a DNS label'}
    ${'a misspelt key of Argo CD'}              | ${{ manifests: { argoCd: { projekt: 'caches' } } }}                                              | ${'dragonfly.manifests.argoCd has unknown keys: projekt.'}
    ${'a profile that is no object'}            | ${{ profiles: { default: 'here' } }}                                                             | ${'dragonfly.profiles.default is "here"; expected an object with "nodes".'}
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
