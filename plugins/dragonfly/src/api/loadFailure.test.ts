import { refusal } from '../__fixtures__/dragonflyApi';
import { loadFailureOf } from './loadFailure';

describe('loadFailureOf', () => {
  it.each`
    status | kind             | message
    ${403} | ${'not-allowed'} | ${'no'}
    ${404} | ${'not-found'}   | ${'no'}
    ${401} | ${'unavailable'} | ${'no (status 401)'}
    ${503} | ${'unavailable'} | ${'no (status 503)'}
  `('reads status $status as $kind', async ({ status, kind, message }) => {
    expect(loadFailureOf(await refusal(status, 'no'))).toEqual({
      kind,
      message,
    });
  });

  it('keeps the words of an error that is no answer', () => {
    expect(loadFailureOf(new TypeError('Failed to fetch'))).toEqual({
      kind: 'unavailable',
      message: 'Failed to fetch',
    });
  });
});
