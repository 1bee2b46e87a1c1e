import { failed, NOW, primary } from './__fixtures__/builders';
import { NodeGlance, suspectIsolation } from './isolation';
import { ProbeFailure } from './types';

const lastAnsweredAt = NOW.getTime() - 4000;

function silent(region: string, kind: ProbeFailure['kind'] = 'timeout') {
  return { region, latest: failed(kind, { region }), lastAnsweredAt };
}

const four: NodeGlance[] = ['region1', 'region2', 'region1', 'region2'].map(
  region => silent(region),
);
const answering: NodeGlance = {
  region: 'region1',
  latest: primary(),
  lastAnsweredAt: NOW.getTime(),
};
const neverKnown: NodeGlance = {
  region: 'region1',
  latest: failed('refused'),
};

it('suspects the portal when all fell silent', () => {
  expect(suspectIsolation(four)).toEqual({ since: lastAnsweredAt, nodes: 4 });
});

it.each`
  situation                            | glances
  ${'one still answers'}               | ${[...four, answering]}
  ${'one refuses, which is an answer'} | ${[...four, silent('region1', 'refused')]}
  ${'one asks for another password'}   | ${[...four, silent('region1', 'auth')]}
  ${'it is one region that is gone'}   | ${['a', 'b', 'c', 'd'].map(() => silent('region1'))}
  ${'there are too few to tell'}       | ${four.slice(0, 3)}
  ${'there is nothing'}                | ${[]}
`('suspects nothing when $situation', ({ glances }) => {
  expect(suspectIsolation(glances)).toBeUndefined();
});

it('leaves out what never answered', () => {
  expect(suspectIsolation([...four, neverKnown])).toMatchObject({ nodes: 4 });
});
