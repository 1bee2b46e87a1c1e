import { quantile } from './quantile';

it.each`
  numbers         | share   | expected
  ${[7]}          | ${0.99} | ${7}
  ${[3, 1, 2]}    | ${0.5}  | ${2}
  ${[4, 3, 2, 1]} | ${0.5}  | ${2}
  ${[1, 2, 3, 4]} | ${0.99} | ${4}
  ${[1, 2, 3, 4]} | ${0}    | ${1}
`('quantile $share of $numbers is $expected', row => {
  expect(quantile(row.numbers, row.share)).toBe(row.expected);
});

it('does not make a number of nothing', () => {
  expect(() => quantile([], 0.5)).toThrow('Nothing was measured');
});
