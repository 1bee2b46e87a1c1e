import { repositoryUrl } from './repositoryUrl';

describe('repositoryUrl', () => {
  it.each`
    value                                      | url
    ${'github.com?owner=acme&repo=platform'}   | ${'https://github.com/acme/platform'}
    ${'git.acme.test:8443?owner=a&repo=b-c.d'} | ${'https://git.acme.test:8443/a/b-c.d'}
    ${'github.com?owner=acme'}                 | ${undefined}
    ${'github.com'}                            | ${undefined}
    ${''}                                      | ${undefined}
    ${'not a host?owner=a&repo=b'}             | ${undefined}
  `('reads "$value" as $url', ({ value, url }) => {
    expect(repositoryUrl(value)).toBe(url);
  });
});
