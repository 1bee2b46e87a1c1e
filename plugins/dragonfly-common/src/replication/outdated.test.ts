import {
  declaration,
  failed,
  NOW,
  primary,
  replica,
  windowOf,
} from './__fixtures__/builders';
import { assess } from './assess';
import { outdated } from './outdated';

const LATER = new Date(NOW.getTime() + 90_000);

describe('a judgement that no newer one has followed', () => {
  it('is unknown, and says how old it is and what was known', () => {
    const before = assess(
      declaration(),
      windowOf(primary({ at: -1 }), replica({ at: -2 })),
      NOW,
    );

    const after = outdated(before, LATER);

    expect(after).toMatchObject({
      verdict: 'unknown',
      reasons: ['region1', 'region2'].map(region => ({
        code: 'STALE',
        region,
        message: `What another instance of the portal found out about the node in ${region} reached this one 90 s ago for the last time; the portal’s database or that instance fails.`,
      })),
      nodes: [
        { probe: { kind: 'stale', ageSeconds: 91 }, observedRole: 'primary' },
        { probe: { kind: 'stale', ageSeconds: 92 }, observedRole: 'replica' },
      ],
      exposure: { kind: 'unknown', because: 'what is known is 90 s old' },
      assessedAt: before.assessedAt,
    });
    expect(after.nodes[1].lag).toEqual(before.nodes[1].lag);
    expect(after.nodes.map(({ restart }) => restart.kind)).toEqual([
      'unknown',
      'unknown',
    ]);
  });

  it('does not go on calling a cache critical that may long be mended', () => {
    const before = assess(
      declaration(),
      windowOf(failed('refused'), replica()),
      NOW,
    );
    expect(before.verdict).toBe('critical');

    expect(outdated(before, LATER).verdict).toBe('unknown');
  });

  it('keeps what nobody ever observed as it is', () => {
    const before = assess(declaration(), windowOf(), NOW);

    expect(outdated(before, LATER)).toEqual(before);
  });
});
