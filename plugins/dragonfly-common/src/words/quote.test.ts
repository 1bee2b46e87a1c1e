import { quote, quoteAll } from './quote';

describe('quote', () => {
  it.each`
    value              | quoted
    ${'eu'}            | ${'"eu"'}
    ${'a "b"\n'}       | ${'"a \\"b\\"\\n"'}
    ${'x'.repeat(80)}  | ${`"${'x'.repeat(80)}"`}
    ${'x'.repeat(81)}  | ${`"${'x'.repeat(80)}…"`}
    ${'🐉'.repeat(81)} | ${`"${'🐉'.repeat(80)}…"`}
  `('shows $value as $quoted', ({ value, quoted }) => {
    expect(quote(value)).toBe(quoted);
  });

  it('lists several, and says when there is none', () => {
    expect(quoteAll(['a', 'b'])).toBe('"a", "b"');
    expect(quoteAll([])).toBe('none');
  });
});
