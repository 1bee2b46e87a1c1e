import { JsonMemory } from './JsonMemory';

it('writes an object once', () => {
  const memory = JsonMemory.create();
  const toJSON = jest.fn(() => 'Zürich');
  const value = { toJSON };

  const [first, second] = [memory.of(value), memory.of(value)];

  expect(JSON.parse(first.toString())).toBe('Zürich');
  expect(second).toBe(first);
  expect(toJSON).toHaveBeenCalledTimes(1);
});

it('tells objects apart that look the same', () => {
  const memory = JsonMemory.create();
  const before = { verdict: 'healthy' };

  memory.of(before);

  expect(memory.of({ verdict: 'critical' }).toString()).toBe(
    '{"verdict":"critical"}',
  );
});
