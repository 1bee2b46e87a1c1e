import { cacheOf } from './caches';
import { headlessService, readService } from '../services';
import { roleConfigMap } from '../roleConfigMap';
import { serviceAccount } from '../serviceAccount';
import { statefulSet } from '../statefulSet';
import { schemaErrors } from './kubernetesModels';
import { semanticErrors } from './semanticRules';

const cache = cacheOf();
const server = () => JSON.parse(JSON.stringify(statefulSet(cache)));
const rest = [
  headlessService(cache),
  readService(cache),
  serviceAccount(cache),
  roleConfigMap(cache, cache.regions[0]),
];

function broken(change: (object: ReturnType<typeof server>) => void) {
  const object = server();
  change(object);
  return object;
}

describe('the rules that the manifests are checked with', () => {
  it('accept the manifests as they are', () => {
    expect(semanticErrors([server(), ...rest])).toEqual([]);
    expect(schemaErrors([server(), ...rest])).toEqual([]);
  });

  it.each([
    [
      'a field that does not exist',
      broken(o => Object.assign(o.spec, { replica: 1 })),
      'StatefulSet databases/sessions.spec.replica: unknown field',
    ],
    [
      'a selector that matches nothing',
      broken(o => Object.assign(o.spec.selector.matchLabels, { a: 'b' })),
      'spec.selector does not match the labels of the template',
    ],
    [
      'a Service that is not there',
      broken(o => Object.assign(o.spec, { serviceName: 'other' })),
      'spec.serviceName "other" is no Service',
    ],
    [
      'a variable that is there twice',
      broken(o => {
        const { env } = o.spec.template.spec.containers[0];
        env.push(env[0]);
      }),
      'env "DFLY_requirepass" is there twice',
    ],
    [
      'a port that no Service leads to',
      broken(o => {
        o.spec.template.spec.containers[0].ports[0].containerPort = 6380;
      }),
      'port "dragonfly" of Service "sessions-read" leads to no port of the server',
    ],
    [
      'a mount of a volume that is not there',
      broken(o => {
        o.spec.template.spec.volumes.shift();
      }),
      'volumeMount "data" is no volume',
    ],
  ])('find %s', (_, object, message) => {
    expect(semanticErrors([object, ...rest])).toContain(message);
  });

  it.each([
    ['no selector', broken(o => delete o.spec.selector)],
    [
      'a quantity that is none',
      broken(o => {
        o.spec.template.spec.containers[0].resources.limits.memory = '2 gigs';
      }),
    ],
    [
      'a text for a number',
      broken(o => Object.assign(o.spec, { replicas: '1' })),
    ],
  ])('find %s by the schema', (_, object) => {
    expect(schemaErrors([object])).toHaveLength(1);
  });

  it('find a repeated object', () => {
    expect(semanticErrors([server(), ...rest, rest[0]])).toContain(
      'Service databases/sessions is there twice',
    );
  });
});
