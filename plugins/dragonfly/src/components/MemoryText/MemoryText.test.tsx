import { render } from '@testing-library/react';
import { MemoryText } from './MemoryText';

const MIB = 1024 ** 2;

describe('MemoryText', () => {
  it.each`
    memory                                                                           | words
    ${{ usedBytes: 512 * MIB, limitBytes: 2048 * MIB, whenFull: 'evicts' }}          | ${'512 MiB of 2 GiB used (25 %), evicts keys when full'}
    ${{ usedBytes: 2048 * MIB, limitBytes: 2048 * MIB, whenFull: 'refuses-writes' }} | ${'2 GiB of 2 GiB used (100 %), refuses writes when full'}
    ${{ usedBytes: 512 * MIB, limitBytes: 2048 * MIB, whenFull: 'unknown' }}         | ${'512 MiB of 2 GiB used (25 %), behaviour when full is not known'}
    ${{ usedBytes: 512 * MIB, whenFull: 'unknown' }}                                 | ${'512 MiB used, no limit set'}
    ${undefined}                                                                     | ${'memory not known'}
  `('says "$words"', ({ memory, words }) => {
    const { container } = render(<MemoryText memory={memory} />);
    expect(container).toHaveTextContent(words);
  });
});
