import { rendered } from '../manifests/__testUtils__/caches';
import { runbookUrlOf } from './runbookUrlOf';

const at = (location: string) =>
  runbookUrlOf({ 'backstage.io/managed-by-location': `url:${location}` });
const from = (location: string) =>
  runbookUrlOf({ 'backstage.io/source-location': `url:${location}` });

describe('runbookUrlOf', () => {
  it.each`
    host                    | location                                                                                                  | runbook
    ${'GitHub'}             | ${'https://github.com/acme/caches/blob/main/sessions/catalog-info.yaml'}                                  | ${'https://github.com/acme/caches/blob/main/sessions/docs/runbook.md'}
    ${'GitLab'}             | ${'https://gitlab.com/acme/caches/-/blob/main/catalog-info.yaml'}                                         | ${'https://gitlab.com/acme/caches/-/blob/main/docs/runbook.md'}
    ${'Bitbucket Cloud'}    | ${'https://bitbucket.org/acme/caches/src/main/sessions/catalog-info.yaml'}                                | ${'https://bitbucket.org/acme/caches/src/main/sessions/docs/runbook.md'}
    ${'Bitbucket Server'}   | ${'https://git.example.com/projects/A/repos/caches/browse/s/catalog-info.yaml?at=main'}                   | ${'https://git.example.com/projects/A/repos/caches/browse/s/docs/runbook.md?at=main'}
    ${'Azure DevOps'}       | ${'https://dev.azure.com/acme/p/_git/caches?path=/my%20caches/sessions/catalog-info.yaml&version=GBmain'} | ${'https://dev.azure.com/acme/p/_git/caches?path=%2Fmy+caches%2Fsessions%2Fdocs%2Frunbook.md&version=GBmain'}
    ${'a plain web server'} | ${'https://files.example.com/sessions/catalog-info.yaml'}                                                 | ${'https://files.example.com/sessions/docs/runbook.md'}
  `('finds the runbook beside the file on $host', ({ location, runbook }) => {
    expect(at(location)).toBe(runbook);
  });

  it('finds it in the folder an entity says it comes from', () => {
    expect(from('https://github.com/acme/caches/tree/main/sessions/')).toBe(
      'https://github.com/acme/caches/tree/main/sessions/docs/runbook.md',
    );
  });

  it('prefers the file that the catalog read to what its author says', () => {
    expect(
      runbookUrlOf({
        'backstage.io/source-location':
          'url:https://github.com/acme/caches/tree/main/',
        'backstage.io/managed-by-location':
          'url:https://github.com/acme/caches/blob/main/a/catalog-info.yaml',
      }),
    ).toBe('https://github.com/acme/caches/blob/main/a/docs/runbook.md');
  });

  it('falls back to the source where the catalog read a file of its own', () => {
    expect(
      runbookUrlOf({
        'backstage.io/source-location':
          'url:https://github.com/acme/caches/tree/main/a/',
        'backstage.io/managed-by-location': 'file:/srv/catalog-info.yaml',
      }),
    ).toBe('https://github.com/acme/caches/tree/main/a/docs/runbook.md');
  });

  it.each`
    situation                                 | location
    ${'an address that is not encrypted'}     | ${'http://github.com/acme/caches/blob/main/catalog-info.yaml'}
    ${'a script'}                             | ${'data:text/html,x//x.yaml'}
    ${'a login in the address'}               | ${'https://user:secret@git.example.com/a/b/blob/main/catalog-info.yaml'}
    ${'the page of a repository'}             | ${'https://github.com/acme/caches/'}
    ${'an address that cannot be understood'} | ${'https://[/catalog-info.yaml'}
    ${'two addresses'}                        | ${'https://a.example.com/x.yaml https://b.example.com/x.yaml'}
    ${'nothing'}                              | ${''}
  `('gives none for $situation', ({ location }) => {
    expect(at(location)).toBeUndefined();
    expect(from(location)).toBeUndefined();
  });

  it('gives none for an entity that does not say where it comes from', () => {
    expect(runbookUrlOf()).toBeUndefined();
    expect(runbookUrlOf({})).toBeUndefined();
  });

  it('leads to a file that is generated', () => {
    const folder = 'https://files.example.com/';
    const paths = rendered().files.map(({ path }) => `${folder}${path}`);
    expect(paths).toContain(at(`${folder}catalog-info.yaml`));
  });
});
