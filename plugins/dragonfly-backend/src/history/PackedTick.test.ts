import { sampleAt, START } from './__testUtils__/samples';
import { PackedTick } from './PackedTick';
import { textOfSample } from './packing';

const sample = sampleAt(START);
const tickOf = (...ids: number[]) =>
  PackedTick.parse(
    START,
    `{${ids.map(id => `"${id}":${textOfSample(sample)}`).join()}}`,
  );

it('knows of which caches it has samples', async () => {
  const tick = await tickOf(4, 400, 31);

  expect([...tick.cacheIds]).toEqual([4, 31, 400]);
});

it('gives back the sample of each of its caches', async () => {
  const tick = await tickOf(4, 400, 31);

  expect([4, 31, 400].map(id => tick.sampleOf(id))).toEqual([
    sample,
    sample,
    sample,
  ]);
});

it.each([0, 5, 32, 401])('has no sample of cache %s', async id => {
  const tick = await tickOf(4, 31, 400);

  expect(tick.sampleOf(id)).toBeUndefined();
});

it('may be of no cache', async () => {
  const tick = await tickOf();

  expect(tick.sampleOf(1)).toBeUndefined();
});

it('refuses a row of something else', async () => {
  await expect(PackedTick.parse(START, '{"1":"healthy"}')).rejects.toThrow(
    Error,
  );
});
