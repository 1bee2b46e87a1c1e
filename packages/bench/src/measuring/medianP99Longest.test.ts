import { medianP99Longest } from './medianP99Longest';

it('names the middle, all but a hundredth, and the end', () => {
  const values = Array.from({ length: 201 }, (_, index) => index / 3);

  expect(medianP99Longest(values)).toEqual([33.3, 66, 66.7]);
});
