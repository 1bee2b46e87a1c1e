import { promqlErrors } from './promqlErrors';
import { promqlMetrics } from './promqlMetrics';

describe('promqlErrors', () => {
  it.each([
    'sum by (cache) (rate(writes_total{cache="a"}[5m])) > 0',
    'group by (region) (last_over_time(a:b:seen[1h])) unless on (region) up',
    'expiry_seconds{name=~"a|b"} - time() < 14 * 86400',
    'label_replace(lag, "replica", "$1", "ip", "(.+)")',
  ])('accepts %s', expr => {
    expect(promqlErrors(expr)).toEqual([]);
  });

  it.each`
    expr                    | position | found
    ${'sum by (a (up)'}     | ${11}    | ${'something is missing'}
    ${'up{cache=}'}         | ${10}    | ${'something is missing'}
    ${'up +'}               | ${5}     | ${'something is missing'}
    ${'up[5q]'}             | ${5}     | ${'"q" was not expected'}
    ${'up) or down'}        | ${3}     | ${'")" was not expected'}
    ${'no_such_fn(up[1m])'} | ${11}    | ${'"(" was not expected'}
  `('finds what is wrong with $expr', ({ expr, position, found }) => {
    expect(promqlErrors(expr)[0]).toBe(
      `At position ${position} of the PromQL expression "${expr}", ${found}.`,
    );
  });

  it('does not take nothing for an expression', () => {
    expect(promqlErrors(' \n')).toEqual(['The PromQL expression is empty.']);
  });
});

describe('promqlMetrics', () => {
  it('names each metric once, and neither labels nor functions', () => {
    expect(
      promqlMetrics(
        'max by (region) (a_total{b="c"}) - on (region) time() or a:b:seen or rate(a_total[1m]) or {job="x"}',
      ),
    ).toEqual(['a_total', 'a:b:seen']);
  });
});
