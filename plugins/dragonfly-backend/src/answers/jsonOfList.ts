import { CacheList } from 'backstage-plugin-dragonfly-common';
import { Slices } from '../waiting';
import { JsonMemory } from './JsonMemory';

const COMMA = Buffer.from(',');

/** A list as JSON, with the states as they are remembered: a page of a hundred is written anew only where it changed. */
export async function jsonOfList(
  list: CacheList,
  memory: JsonMemory,
): Promise<Buffer> {
  const { items, ...others } = list;
  const slices = Slices.create();
  const states: Buffer[] = [];
  for (const state of items) {
    if (states.length > 0) states.push(COMMA);
    states.push(memory.of(state));
    await slices.next();
  }
  return Buffer.concat([
    Buffer.from('{"items":['),
    ...states,
    Buffer.from(`],${JSON.stringify(others).slice(1)}`),
  ]);
}
