import { choosePrimary, SaidRole } from './choosePrimary';

describe('choosePrimary', () => {
  it.each`
    situation                       | region1      | region2      | current      | chosen
    ${'the start'}                  | ${'primary'} | ${'replica'} | ${undefined} | ${'region1'}
    ${'nothing new'}                | ${'replica'} | ${'primary'} | ${'region2'} | ${'region2'}
    ${'a switchover'}               | ${'replica'} | ${'primary'} | ${'region1'} | ${'region2'}
    ${'a dead primary'}             | ${undefined} | ${'replica'} | ${'region1'} | ${undefined}
    ${'a failover'}                 | ${undefined} | ${'primary'} | ${'region1'} | ${'region2'}
    ${'a second primary elsewhere'} | ${'primary'} | ${'primary'} | ${'region2'} | ${'region2'}
    ${'nobody answers'}             | ${undefined} | ${undefined} | ${undefined} | ${undefined}
  `('after $situation: $chosen', ({ region1, region2, current, chosen }) => {
    const roles = new Map<string, SaidRole>([
      ['region1', region1],
      ['region2', region2],
    ]);
    expect(choosePrimary(roles, current)).toBe(chosen);
  });
});
