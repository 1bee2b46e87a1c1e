import { inflateRawSync } from 'node:zlib';
import {
  CacheSample,
  NodeSample,
  SampledExposure,
  Verdict,
} from 'backstage-plugin-dragonfly-common';
import { z } from 'zod';
import { deflate } from './deflate';

const VERDICTS: Verdict[] = ['healthy', 'degraded', 'critical', 'unknown'];
const EVERYTHING = -1;

const value = z.number().nullable();
const packedNode = z.tuple([
  z.string(),
  value,
  value,
  value,
  value,
  value,
  value,
]);
/** A sample as a short list, checked where it is read; the order of its places is the format. */
export const packedSample = z.tuple([
  z.number(),
  z.number().int().min(0).max(3),
  value,
  z.array(packedNode),
]);
type PackedSample = z.infer<typeof packedSample>;

// More digits than a probe can measure only cost space.
function rounded(number: number | undefined, digits: number): number | null {
  return number === undefined ? null : Number(number.toFixed(digits));
}

function packNode(node: NodeSample): PackedSample[3][number] {
  return [
    node.region,
    rounded(node.lagSeconds, 3),
    rounded(node.memoryBytes, 0),
    rounded(node.hitRatio, 4),
    rounded(node.evictionsPerSecond, 2),
    rounded(node.commandsPerSecond, 1),
    rounded(node.probeMilliseconds, 1),
  ];
}

function packExposure(exposure: SampledExposure | undefined): number | null {
  return exposure?.kind === 'everything'
    ? EVERYTHING
    : rounded(exposure?.seconds, 3);
}

function unpackExposure(packed: number | null): SampledExposure | undefined {
  if (packed === null) return undefined;
  return packed === EVERYTHING
    ? { kind: 'everything' }
    : { kind: 'seconds', seconds: packed };
}

function packSample(sample: CacheSample): PackedSample {
  return [
    sample.at,
    VERDICTS.indexOf(sample.verdict),
    packExposure(sample.exposure),
    sample.nodes.map(packNode),
  ];
}

function unpackSample([
  at,
  verdict,
  exposure,
  nodes,
]: PackedSample): CacheSample {
  return {
    at,
    verdict: VERDICTS[verdict],
    exposure: unpackExposure(exposure),
    nodes: nodes.map(
      ([region, lag, memory, hitRatio, evictions, commands, probe]) => ({
        region,
        lagSeconds: lag ?? undefined,
        memoryBytes: memory ?? undefined,
        hitRatio: hitRatio ?? undefined,
        evictionsPerSecond: evictions ?? undefined,
        commandsPerSecond: commands ?? undefined,
        probeMilliseconds: probe ?? undefined,
      }),
    ),
  };
}

function inflate(data: Uint8Array): unknown {
  return JSON.parse(inflateRawSync(data).toString('utf8'));
}

/** A sample as the text that ticks and chunks are made of. */
export function textOfSample(sample: CacheSample): string {
  return JSON.stringify(packSample(sample));
}

/** The samples of one cache and span, by their texts, as a chunk holds them. */
export function packSamples(texts: readonly string[]): Promise<Buffer> {
  return deflate(listOf(texts));
}

/** Reads texts that were checked before, or are this module's own. */
export function readSamples(texts: readonly string[]): CacheSample[] {
  const samples: PackedSample[] = JSON.parse(listOf(texts));
  return samples.map(unpackSample);
}

/** @throws Error when the chunk is none of samples */
export function unpackSamples(data: Uint8Array): CacheSample[] {
  return z.array(packedSample).parse(inflate(data)).map(unpackSample);
}

function listOf(texts: readonly string[]): string {
  return `[${texts.join()}]`;
}
