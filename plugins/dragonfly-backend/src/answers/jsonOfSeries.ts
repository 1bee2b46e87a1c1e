import { SeriesAnswer } from 'backstage-plugin-dragonfly-common';
import { Slices } from '../waiting';

/** Series as JSON, written one after the other. */
export async function jsonOfSeries(answer: SeriesAnswer): Promise<Buffer> {
  const { series, ...others } = answer;
  const slices = Slices.create();
  const texts: string[] = [];
  for (const each of series) {
    texts.push(JSON.stringify(each));
    await slices.next();
  }
  return Buffer.from(
    `{"series":[${texts.join()}],${JSON.stringify(others).slice(1)}`,
  );
}
