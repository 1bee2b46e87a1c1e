import { adrText, policyOf, settings, spec } from '../__testUtils__/caches';
import { Policy } from '../../policy';
import { validateCacheSpec } from '../validateCacheSpec';

function fieldsOf(policy: Policy) {
  const result = validateCacheSpec(spec(), policy, settings());
  return result.ok ? [] : result.errors.map(({ field }) => field);
}

function changed(change: (policy: Policy) => void): Policy {
  const policy = policyOf();
  change(policy);
  return policy;
}

describe('a policy that cannot become manifests', () => {
  it.each<[string, Policy]>([
    [
      'policy.primary.namespace',
      changed(({ primary }) => {
        primary.namespace.value = 'data/bases';
      }),
    ],
    [
      'policy.primary.port',
      changed(({ primary }) => {
        primary.port.value = 70000;
      }),
    ],
    [
      'policy.primary.memoryBytes',
      changed(({ primary }) => {
        primary.memoryBytes.value = 100;
      }),
    ],
    [
      'policy.replica.secrets[1]',
      changed(({ replica }) => {
        replica.secrets[1].secretKey = '../password';
      }),
    ],
    [
      'policy.masterauth',
      policyOf(
        adrText().replace('--masterauth=$(MASTER_PASSWORD)', '--hz=100'),
      ),
    ],
    [
      'policy.requirepass',
      policyOf(
        adrText().replaceAll('--requirepass=$(REDIS_PASSWORD)', '--hz=100'),
      ),
    ],
  ])('is named: %s', (field, policy) => {
    expect(fieldsOf(policy)).toEqual([field]);
  });
});
