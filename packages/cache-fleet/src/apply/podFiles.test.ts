import { filesOfVolume } from './podFiles';
import { VolumeSource } from './types';

describe('filesOfVolume', () => {
  const manifests = {
    region: 'region1',
    configMaps: { role: { 'role.flags': '# primary', mode: 'ask' } },
  };
  const files = (source: VolumeSource) =>
    filesOfVolume(manifests, { login: { acl: 'USER a' } }, source);

  it('has every key, or those that are named, each as a file', () => {
    expect(files({ kind: 'config-map', name: 'role' })).toEqual({
      'role.flags': '# primary',
      mode: 'ask',
    });
    expect(
      files({ kind: 'secret', name: 'login', files: { acl: 'users.acl' } }),
    ).toEqual({ 'users.acl': 'USER a' });
    expect(files({ kind: 'scratch' })).toEqual({});
  });

  it('says what is missing, unless it may be', () => {
    const secret = { kind: 'secret' as const, name: 'tls' };
    expect(() => files(secret)).toThrow(
      'The manifests of region "region1" mount the Secret "tls", which nothing brings; expected it among them, or its values among the given Secrets.',
    );
    const key = { ...secret, name: 'login', files: { key: 'tls.key' } };
    expect(() => files(key)).toThrow(
      'The manifests of region "region1" mount the key "key" of the Secret "login", which has acl.',
    );
    expect(files({ ...secret, optional: true })).toEqual({});
    expect(files({ ...key, optional: true })).toEqual({});
  });
});
