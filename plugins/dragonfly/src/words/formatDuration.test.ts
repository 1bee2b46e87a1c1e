import { formatDuration } from './formatDuration';

describe('formatDuration', () => {
  it.each`
    seconds   | text
    ${86_400} | ${'24 h'}
    ${300}    | ${'5 min'}
    ${60}     | ${'1 min'}
    ${90}     | ${'90 s'}
    ${0}      | ${'0 s'}
  `('writes $seconds seconds as $text', ({ seconds, text }) => {
    expect(formatDuration(seconds)).toBe(text);
  });
});
