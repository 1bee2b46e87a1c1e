import { githubFolder } from './githubFolder';

describe('githubFolder', () => {
  it.each`
    file                                                                              | url                                                              | repoUrl                                     | branch    | folder
    ${'https://github.com/acme/platform/blob/main/caches/sessions/catalog-info.yaml'} | ${'https://github.com/acme/platform/tree/main/caches/sessions/'} | ${'github.com?owner=acme&repo=platform'}    | ${'main'} | ${'caches/sessions'}
    ${'https://github.com/acme/platform/tree/main/catalog-info.yaml'}                 | ${'https://github.com/acme/platform/tree/main/'}                 | ${'github.com?owner=acme&repo=platform'}    | ${'main'} | ${''}
    ${'https://git.acme.example:8443/a/b.c/blob/v1.2/x/y%20z/catalog-info.yaml'}      | ${'https://git.acme.example:8443/a/b.c/tree/v1.2/x/y%20z/'}      | ${'git.acme.example:8443?owner=a&repo=b.c'} | ${'v1.2'} | ${'x/y z'}
  `('reads $file', ({ file, ...expected }) => {
    expect(githubFolder(file)).toEqual(expected);
  });

  it.each([
    'https://gitlab.com/acme/platform/-/blob/main/catalog-info.yaml',
    'https://github.com/acme/platform',
    'https://github.com/acme/platform/blob/main/',
    'file:///etc/passwd',
    'not an address',
  ])('does not read %s', file => {
    expect(githubFolder(file)).toBeUndefined();
  });
});
