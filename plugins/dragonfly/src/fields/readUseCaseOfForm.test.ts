import { policyDocument } from '../__fixtures__/policyDocument';
import { readUseCaseOfForm } from './readUseCaseOfForm';

const { policy } = policyDocument();
const optional = { id: 'api-cache', topology: 'replicated' };

describe('readUseCaseOfForm', () => {
  it.each`
    formData                                         | useCaseField | topology
    ${undefined}                                     | ${undefined} | ${undefined}
    ${{}}                                            | ${undefined} | ${undefined}
    ${{ useCase: 'session-cache' }}                  | ${undefined} | ${undefined}
    ${{ useCase: [] }}                               | ${undefined} | ${undefined}
    ${{ useCase: { id: 'session-cache' } }}          | ${undefined} | ${'replicated'}
    ${{ useCase: optional }}                         | ${undefined} | ${'replicated'}
    ${{ useCase: { id: 'api-cache', topology: 7 } }} | ${undefined} | ${undefined}
    ${{ purpose: { id: 'rate-limiting' } }}          | ${'purpose'} | ${'independent'}
  `('finds $topology in $formData', ({ formData, useCaseField, topology }) => {
    expect(readUseCaseOfForm({ formData, useCaseField, policy }).topology).toBe(
      topology,
    );
  });
});
