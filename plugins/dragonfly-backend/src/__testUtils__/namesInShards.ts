import { shardOf } from '../shards/shardOf';

/** Names of caches in namespace `default` that lie in as many shards: in more than half of all, two instances share them. */
export function namesInShards(shards: number): string[] {
  const byShard = new Map<number, string>();
  for (let i = 0; byShard.size < shards; i++) {
    byShard.set(shardOf(`resource:default/cache-${i}`), `cache-${i}`);
  }
  return [...byShard.values()];
}
