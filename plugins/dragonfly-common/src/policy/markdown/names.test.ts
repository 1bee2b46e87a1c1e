import { nameOf, slugOf } from './names';

it.each([
  'Use Cases',
  'USE CASES',
  'Use-Cases:',
  '3. Use Cases',
  '3.1 Use cases',
  '3) use  cases',
  'Use Cases {#table}',
  '📦 Use Cases',
])('"%s" is the name "use cases"', text => {
  expect(nameOf(text)).toBe('use cases');
});

it.each`
  title                    | id
  ${'Session cache'}       | ${'session-cache'}
  ${'Rate limiting (API)'} | ${'rate-limiting-api'}
  ${'  A/B -- tests! '}    | ${'a-b-tests'}
  ${'Überblick'}           | ${'uberblick'}
  ${'セッション'}          | ${''}
`('"$title" has the id "$id"', ({ title, id }) => {
  expect(slugOf(title)).toBe(id);
});
