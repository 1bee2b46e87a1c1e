import { policyDocument } from '../__fixtures__/policyDocument';
import { chosenUseCase } from './chosenUseCase';

const { policy } = policyDocument();

describe('chosenUseCase', () => {
  it.each`
    value                                               | title              | topology
    ${undefined}                                        | ${undefined}       | ${undefined}
    ${{}}                                               | ${undefined}       | ${undefined}
    ${{ id: 'gone' }}                                   | ${undefined}       | ${undefined}
    ${{ id: 'session-cache' }}                          | ${'Session cache'} | ${'replicated'}
    ${{ id: 'session-cache', topology: 'independent' }} | ${'Session cache'} | ${'replicated'}
    ${{ id: 'rate-limiting' }}                          | ${'Rate limiting'} | ${'independent'}
    ${{ id: 'api-cache' }}                              | ${'API cache'}     | ${undefined}
    ${{ id: 'api-cache', topology: 'independent' }}     | ${'API cache'}     | ${'independent'}
  `('reads $value as $title, $topology', ({ value, title, topology }) => {
    const chosen = chosenUseCase(value, policy);
    expect(chosen.useCase?.title).toBe(title);
    expect(chosen.topology).toBe(topology);
  });
});
