import { policyDocument, REVISION } from '../../__fixtures__/policyDocument';
import { errorsOfUseCase } from './errorsOfUseCase';

const current = { policyRevision: REVISION };

describe('errorsOfUseCase', () => {
  it.each`
    value                                                  | error
    ${undefined}                                           | ${'Choose what the cache is for: Session cache, Rate limiting, API cache.'}
    ${{}}                                                  | ${'Choose what the cache is for: Session cache, Rate limiting, API cache.'}
    ${{ id: 'gone', ...current }}                          | ${'The caching policy has no use case "gone"; choose one of Session cache, Rate limiting, API cache.'}
    ${{ id: 'session-cache', policyRevision: 'sha256:0' }} | ${'The caching policy has changed since "Session cache" was chosen; look at the choices again and choose.'}
    ${{ id: 'api-cache', ...current }}                     | ${'The policy leaves disaster recovery of "API cache" to you; choose whether the cache has a replica.'}
  `('refuses $value', ({ value, error }) => {
    expect(errorsOfUseCase(value, policyDocument())).toEqual([error]);
  });

  it.each`
    value
    ${{ id: 'session-cache', ...current }}
    ${{ id: 'rate-limiting', ...current }}
    ${{ id: 'api-cache', topology: 'replicated', ...current }}
  `('accepts $value', ({ value }) => {
    expect(errorsOfUseCase(value, policyDocument())).toEqual([]);
  });
});
