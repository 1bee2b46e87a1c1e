import { conditionAt, lifeAround, livesOf } from './lives';
import { loadRecording } from './loadRecording';

describe('livesOf', () => {
  it.each`
    recording                            | node         | periods
    ${'stable_sync_idle'}                | ${'primary'} | ${['running since the start']}
    ${'primary_killed'}                  | ${'primary'} | ${['running since the start', 'dead since 3342.7']}
    ${'primary_killed'}                  | ${'replica'} | ${['running since the start']}
    ${'primary_restart_empty_default'}   | ${'primary'} | ${['running since the start', 'dead since 1922.4', 'running since 3988.9']}
    ${'primary_sigstop'}                 | ${'primary'} | ${['running since the start', 'frozen since 5189.1', 'running since 25191.9']}
    ${'repltakeover_idle'}               | ${'primary'} | ${['running since the start', 'dead since 337.2']}
    ${'repltakeover_primary_sigstopped'} | ${'primary'} | ${['running since the start', 'frozen since 370.1', 'running since 19189.5', 'dead since 21193.4']}
  `('finds in $recording that the $node was $periods', async example => {
    const lives = livesOf(await loadRecording(example.recording), example.node);
    expect(
      lives.map(
        ({ condition, fromMs }) =>
          `${condition} since ${fromMs === -Infinity ? 'the start' : fromMs}`,
      ),
    ).toEqual(example.periods);
  });

  it('tells one life of a restarted process from the next', async () => {
    const lives = livesOf(
      await loadRecording('primary_restart_empty_default'),
      'primary',
    );
    expect(conditionAt(lives, 3000)).toBe('dead');
    expect(lifeAround(lives, 1000)).toEqual({
      fromMs: -Infinity,
      toMs: 1922.4,
    });
    expect(lifeAround(lives, 5000)).toEqual({
      fromMs: 3988.9,
      toMs: Infinity,
    });
  });
});
