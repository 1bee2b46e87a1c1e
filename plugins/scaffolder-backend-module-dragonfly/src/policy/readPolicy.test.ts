import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { ServiceUnavailableError } from '@backstage/errors';
import { policyDocument } from '../__testUtils__/policyDocument';
import { readPolicy } from './readPolicy';

const document = policyDocument({ revision: 'sha256:new' });
const getPolicy = jest.fn(async () => document);
const options = {
  dragonfly: { getPolicy },
  auth: mockServices.auth(),
  credentials: mockCredentials.user('user:default/mara'),
};

describe('readPolicy', () => {
  it('asks in the name of whoever started the task', async () => {
    await expect(readPolicy(options)).resolves.toBe(document);
    expect(getPolicy).toHaveBeenCalledWith({
      token: mockCredentials.service.token({
        onBehalfOf: options.credentials,
        targetPluginId: 'dragonfly',
      }),
    });
  });

  it('accepts the expected revision', async () => {
    await expect(
      readPolicy({ ...options, expectedRevision: 'sha256:new' }),
    ).resolves.toBe(document);
  });

  it('stops at another revision, and says what to do', async () => {
    await expect(
      readPolicy({ ...options, expectedRevision: 'sha256:old' }),
    ).rejects.toThrow(
      'the answers were given under revision "sha256:old", in force is "sha256:new". Nothing was generated. Reload the wizard',
    );
  });

  it('says which backend did not answer', async () => {
    getPolicy.mockRejectedValueOnce(new ServiceUnavailableError('starting'));

    await expect(readPolicy(options)).rejects.toThrow(
      'Could not read the caching policy from the dragonfly backend; caused by ServiceUnavailableError: starting',
    );
  });
});
