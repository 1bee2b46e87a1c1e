import { policyDocument, policyRow } from '../../__fixtures__/policyDocument';
import { errorsOfRegions } from './errorsOfRegions';

const { regions } = policyDocument().settings;
const required = { useCase: policyRow(), topology: 'replicated' };
const optional = {
  useCase: policyRow({ disasterRecovery: 'optional' }),
  topology: 'replicated',
};
const local = {
  useCase: policyRow({ disasterRecovery: 'local' }),
  topology: 'independent',
};

describe('errorsOfRegions', () => {
  it.each`
    value                                          | chosen      | error
    ${undefined}                                   | ${required} | ${'Choose the region of the primary.'}
    ${{}}                                          | ${local}    | ${'Choose at least one region.'}
    ${{ primary: 'region1', others: [] }}          | ${required} | ${'"Session cache" needs disaster recovery (ADR line 160); choose at least one region for a replica.'}
    ${{ primary: 'region1', others: [] }}          | ${optional} | ${'A replicated cache needs at least one region for a replica.'}
    ${{ primary: 'region1', others: ['region1'] }} | ${required} | ${'Region "region1" is chosen twice; a cache has one node per region.'}
    ${{ primary: 'region1', others: ['mars'] }}    | ${required} | ${'Region "mars" is not configured; choose among region1, region2, region3.'}
    ${{ primary: 'mars', others: [] }}             | ${local}    | ${'Region "mars" is not configured; choose among region1, region2, region3.'}
  `('refuses $value: $error', ({ value, chosen, error }) => {
    expect(errorsOfRegions(value, { regions, ...chosen })).toEqual([error]);
  });

  it.each`
    value                                          | chosen
    ${{ primary: 'region1', others: ['region2'] }} | ${required}
    ${{ primary: 'region1', others: [] }}          | ${local}
    ${{ primary: 'region1', others: ['region3'] }} | ${local}
    ${{ primary: 'region1', others: [] }}          | ${{}}
  `('accepts $value', ({ value, chosen }) => {
    expect(errorsOfRegions(value, { regions, ...chosen })).toEqual([]);
  });
});
