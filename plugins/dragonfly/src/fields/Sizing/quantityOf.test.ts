import { parseMemoryQuantity } from 'backstage-plugin-dragonfly-common';
import { quantityOf } from './quantityOf';

describe('quantityOf', () => {
  it.each`
    bytes            | text
    ${2 ** 31}       | ${'2Gi'}
    ${1.5 * 2 ** 30} | ${'1536Mi'}
    ${2 ** 30 + 1}   | ${'1073741825'}
  `('spells $bytes as $text, exactly', ({ bytes, text }) => {
    expect(quantityOf(bytes)).toBe(text);
    expect(parseMemoryQuantity(text)).toBe(bytes);
  });
});
