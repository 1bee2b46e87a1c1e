import { CacheList } from 'backstage-plugin-dragonfly-common';
import { JsonMemory } from './JsonMemory';

const COMMA = Buffer.from(',');

/** A list as JSON, with the states as they are remembered: a page of a hundred is written anew only where it changed. */
export function jsonOfList(list: CacheList, memory: JsonMemory): Buffer {
  const { items, ...others } = list;
  const states = items.flatMap((state, index) =>
    index === 0 ? [memory.of(state)] : [COMMA, memory.of(state)],
  );
  return Buffer.concat([
    Buffer.from('{"items":['),
    ...states,
    Buffer.from(`],${JSON.stringify(others).slice(1)}`),
  ]);
}
