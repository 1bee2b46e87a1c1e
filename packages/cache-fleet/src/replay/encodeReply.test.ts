import { encodeReply } from './encodeReply';

describe('encodeReply', () => {
  it.each`
    reply                              | resp2                                              | resp3
    ${'OK'}                            | ${'+OK\r\n'}                                       | ${'+OK\r\n'}
    ${'a value'}                       | ${'$7\r\na value\r\n'}                             | ${'$7\r\na value\r\n'}
    ${'é'}                             | ${'$2\r\né\r\n'}                                   | ${'$2\r\né\r\n'}
    ${''}                              | ${'$0\r\n\r\n'}                                    | ${'$0\r\n\r\n'}
    ${'# S\r\na:1\r\n'}                | ${'$10\r\n# S\r\na:1\r\n\r\n'}                     | ${'=14\r\ntxt:# S\r\na:1\r\n\r\n'}
    ${7}                               | ${':7\r\n'}                                        | ${':7\r\n'}
    ${1.5}                             | ${'$3\r\n1.5\r\n'}                                 | ${',1.5\r\n'}
    ${null}                            | ${'$-1\r\n'}                                       | ${'_\r\n'}
    ${[]}                              | ${'*0\r\n'}                                        | ${'*0\r\n'}
    ${['a', [1, null]]}                | ${'*2\r\n$1\r\na\r\n*2\r\n:1\r\n$-1\r\n'}          | ${'*2\r\n$1\r\na\r\n*2\r\n:1\r\n_\r\n'}
    ${{ error: 'ERR no\r\nsuch' }}     | ${'-ERR no such\r\n'}                              | ${'-ERR no such\r\n'}
    ${{ map: [['p', 3], ['m', 'a']] }} | ${'*4\r\n$1\r\np\r\n:3\r\n$1\r\nm\r\n$1\r\na\r\n'} | ${'%2\r\n$1\r\np\r\n:3\r\n$1\r\nm\r\n$1\r\na\r\n'}
  `('encodes $reply', ({ reply, resp2, resp3 }) => {
    expect(encodeReply(reply, 2)).toBe(resp2);
    expect(encodeReply(reply, 3)).toBe(resp3);
  });
});
