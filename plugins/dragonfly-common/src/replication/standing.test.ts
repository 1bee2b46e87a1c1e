import { failed, NOW, primary } from './__fixtures__/builders';
import { judgeStanding } from './standing';

it.each`
  situation                                 | history                                                                           | kind
  ${'never probed'}                         | ${[]}                                                                             | ${'never-probed'}
  ${'answered'}                             | ${[failed('timeout', { at: -1 }), primary()]}                                     | ${'answering'}
  ${'refused once'}                         | ${[primary({ at: -1 }), failed('refused')]}                                       | ${'unreachable'}
  ${'one timeout'}                          | ${[primary({ at: -1 }), failed('timeout')]}                                       | ${'wavering'}
  ${'two timeouts'}                         | ${[failed('timeout', { at: -1 }), failed('timeout')]}                             | ${'unreachable'}
  ${'a timeout after a reset'}              | ${[failed('reset', { at: -1 }), failed('timeout')]}                               | ${'unreachable'}
  ${'two timeouts with an answer between'}  | ${[failed('timeout', { at: -2 }), primary({ at: -1 }), failed('timeout')]}        | ${'wavering'}
  ${'one failed name lookup'}               | ${[primary({ at: -1 }), failed('dns')]}                                           | ${'wavering'}
  ${'credentials refused'}                  | ${[failed('auth')]}                                                               | ${'locked-out'}
  ${'command not permitted'}                | ${[failed('permission')]}                                                         | ${'locked-out'}
  ${'loading'}                              | ${[failed('loading')]}                                                            | ${'loading'}
  ${'TLS failed'}                           | ${[failed('tls')]}                                                                | ${'not-understood'}
  ${'not a cache'}                          | ${[failed('protocol')]}                                                           | ${'not-understood'}
  ${'a timeout of INFO while PING answers'} | ${[failed({ kind: 'timeout', message: 'no answer in time', answersPing: true })]} | ${'hanging'}
`('$situation: $kind', ({ history, kind }) => {
  expect(judgeStanding(history, NOW).kind).toBe(kind);
});

it('counts the silence from the last answer', () => {
  expect(
    judgeStanding([primary({ at: -4 }), failed('refused', { at: -1 })], NOW),
  ).toMatchObject({ silence: { seconds: 4, atLeast: false } });
});

it('counts it from the first failure when the window holds no answer', () => {
  expect(
    judgeStanding([failed('refused', { at: -9 }), failed('refused')], NOW),
  ).toMatchObject({ silence: { seconds: 9, atLeast: true } });
});

it('takes a refusal of credentials for a sign of life', () => {
  expect(
    judgeStanding([failed('auth', { at: -3 }), failed('refused')], NOW),
  ).toMatchObject({ silence: { seconds: 3, atLeast: false } });
});
