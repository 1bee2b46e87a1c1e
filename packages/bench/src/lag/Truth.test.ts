import { trueLagAt } from './Truth';

const findings = [
  { at: 1_000, writtenAt: 950 },
  { at: 1_010, writtenAt: 950 },
  { at: 1_020, writtenAt: 1_000 },
];

it.each`
  at       | lag
  ${1_005} | ${55}
  ${1_010} | ${60}
  ${1_015} | ${65}
  ${1_020} | ${70}
`('is $lag ms at $at', ({ at, lag }) => {
  expect(trueLagAt(findings, at)).toBe(lag);
});

it.each([900, 1_000, 1_021])('is not known at %d', at => {
  expect(trueLagAt(findings, at)).toBeUndefined();
});
