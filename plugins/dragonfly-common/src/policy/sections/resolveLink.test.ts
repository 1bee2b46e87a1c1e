import { resolveLink } from './resolveLink';

const GITHUB = 'https://github.com/acme/platform/blob/main/docs/adr/caching.md';
const AZURE =
  'https://dev.azure.com/acme/platform/_git/docs?path=/docs/adr/caching.md';

it.each`
  target                                  | base                  | url
  ${'../../handbook/a.md'}                | ${GITHUB}             | ${'https://github.com/acme/platform/blob/main/handbook/a.md'}
  ${'b.md#why'}                           | ${GITHUB}             | ${'https://github.com/acme/platform/blob/main/docs/adr/b.md#why'}
  ${'https://example.com/a'}              | ${undefined}          | ${'https://example.com/a'}
  ${'https://example.com/a'}              | ${AZURE}              | ${'https://example.com/a'}
  ${'../other.md'}                        | ${AZURE}              | ${'https://dev.azure.com/acme/platform/_git/docs?path=%2Fdocs%2Fother.md'}
  ${'other.md'}                           | ${undefined}          | ${undefined}
  ${'other.md'}                           | ${'not an address'}   | ${undefined}
  ${'other.md'}                           | ${'file:///srv/a.md'} | ${undefined}
  ${['javascript', 'alert(1)'].join(':')} | ${GITHUB}             | ${undefined}
  ${'data:text/html,x'}                   | ${undefined}          | ${undefined}
  ${'https://['}                          | ${GITHUB}             | ${undefined}
`('"$target" in $base leads to $url', ({ target, base, url }) => {
  expect(resolveLink(target, base)).toBe(url);
});
