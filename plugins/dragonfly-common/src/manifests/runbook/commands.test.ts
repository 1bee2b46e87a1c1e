import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { parse } from 'yaml';
import {
  contentOf,
  independentSpec,
  rendered,
  spec,
} from '../__testUtils__/caches';
import { RenderedManifests } from '../types';
import {
  runbookIn,
  shellBlocks,
  shellBlocksOf,
} from './__testUtils__/readRunbook';

const RECORDINGS = join(__dirname, '../../replication/__fixtures__/recordings');
const recording = z.object({
  steps: z.array(z.looseObject({ command: z.array(z.string()).optional() })),
});

/** Commands whose first word alone says little. */
const WITH_SUBCOMMAND = new Set(['CLIENT', 'DEBUG', 'DFLY', 'MEMORY']);

function nameOf(words: string[]): string {
  const upper = words.map(word => word.toUpperCase());
  return upper.slice(0, WITH_SUBCOMMAND.has(upper[0]) ? 2 : 1).join(' ');
}

/** Commands that a real Dragonfly was asked in the recordings. */
function recordedCommands(): Set<string> {
  const files = readdirSync(RECORDINGS).filter(name => name.endsWith('.json'));
  return new Set(
    files.flatMap(file =>
      recording
        .parse(JSON.parse(readFileSync(join(RECORDINGS, file), 'utf8')))
        .steps.flatMap(({ command }) => (command ? [nameOf(command)] : [])),
    ),
  );
}

/** Not recorded, but documented for Dragonfly. */
const DOCUMENTED = new Set(['CLIENT KILL', 'MEMORY DEFRAGMENT']);

function askedCommands(manifests: RenderedManifests): string[] {
  const text = runbookIn(manifests);
  const calls = [
    ...text.matchAll(/\b(?:ask|must) (?:"\$\w+"|\S+) ([A-Z]+(?: [A-Z]+)?)/g),
  ];
  return [...new Set(calls.map(([, words]) => nameOf(words.split(' '))))];
}

const named = z.object({
  kind: z.string(),
  metadata: z.object({ name: z.string(), namespace: z.string().optional() }),
});

/** Names of the rendered objects of a kind, in lower case as kubectl takes it. */
function objectNames(manifests: RenderedManifests, kind: string): string[] {
  return manifests.files
    .filter(({ path }) => /^(?:base|overlays)\/.*\.yaml$/.test(path))
    .map(({ content }) => named.safeParse(parse(content)))
    .flatMap(({ data }) =>
      data?.kind.toLowerCase() === kind ? [data.metadata.name] : [],
    );
}

describe.each([spec(), independentSpec()])(
  'the commands for $name',
  request => {
    const manifests = rendered(request);
    const blocks = shellBlocks(runbookIn(manifests)).join('\n');

    it('are commands of the server', () => {
      const asked = askedCommands(manifests);
      expect(asked).toContain('INFO');
      const recorded = recordedCommands();
      expect(
        asked.filter(name => !recorded.has(name) && !DOCUMENTED.has(name)),
      ).toEqual([]);
    });

    it('name objects that are rendered', () => {
      const uses = [
        ...blocks.matchAll(
          /(?:get|patch|scale) (configmap|service|statefulset) (\S+)/g,
        ),
      ];
      for (const [, kind, name] of uses) {
        expect(objectNames(manifests, kind)).toContain(name);
      }
      expect(uses.length > 0).toBe(manifests.topology === 'replicated');
      const pods = [...blocks.matchAll(/(?:exec|pod|logs) (\S+-\d)\b/g)];
      expect(new Set(pods.map(([, pod]) => pod))).toEqual(
        new Set([`${objectNames(manifests, 'statefulset')[0]}-0`]),
      );
    });

    it('use the ports, hosts and namespace of the objects', () => {
      const server = manifests.files.find(
        ({ path }) => path === 'base/stateful-set.yaml',
      );
      expect(server?.content).toContain('- --admin_port=9999\n');
      expect(blocks).toContain('redis-cli -p 9999 ');
      expect(blocks).toContain('--namespace databases ');
      expect(server?.content).toContain('namespace: databases\n');
    });
  },
);

describe('the commands that move the primary', () => {
  const manifests = rendered();

  it.each([
    ['region1', 'region2'],
    ['region2', 'region1'],
  ])('attach replicas to %s by the host of its role file', (to, from) => {
    const [prepare] = shellBlocksOf(runbookIn(manifests), 'Prepare');
    const moved = rendered(spec({ primaryRegion: to, otherRegions: [from] }));
    const [, host, port] =
      /--replicaof=([^:]+):(\d+)/.exec(
        contentOf(moved, `overlays/${from}/role-config-map.yaml`),
      ) ?? [];
    expect(prepare).toContain(`  ${to}) echo ${host} ;;`);
    expect(runbookIn(manifests)).toContain(
      `REPLICAOF "$(host_of "$2")" ${port}`,
    );
  });
});

const patched = z.object({
  kind: z.string(),
  metadata: z.object({ name: z.string() }),
  data: z.record(z.string(), z.unknown()).optional(),
  spec: z.record(z.string(), z.unknown()).optional(),
});

/** JSON merge patch of one level of fields, as `kubectl patch --type merge` does it. */
function merge(
  fields: Record<string, unknown> = {},
  patch: Record<string, unknown> = {},
): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...fields, ...patch };
  return Object.fromEntries(
    Object.entries(merged).filter(([, value]) => value !== null),
  );
}

describe('the patches of a live region', () => {
  const patches = [
    ...runbookIn(rendered()).matchAll(
      /^kube (\S+) patch (configmap|service) (\S+) --type merge --patch '(.*)'$/gm,
    ),
  ];
  const objectsOf = (manifests: RenderedManifests, region: string) =>
    manifests.files
      .filter(({ path }) =>
        new RegExp(
          `^overlays/${region}/(?:role-config-map|write-service)`,
        ).test(path),
      )
      .map(({ content }) => patched.parse(parse(content)));

  it.each([
    ['region1', 'region2'],
    ['region2', 'region1'],
  ])('turn every other state into that of a primary in %s', (to, from) => {
    const before = rendered(spec({ primaryRegion: from, otherRegions: [to] }));
    const after = rendered(spec({ primaryRegion: to, otherRegions: [from] }));
    const section = runbookIn(before)
      .split(`### Make ${to} the primary`)[1]
      .split('\n### ')[0];
    for (const region of [to, from]) {
      const wanted = objectsOf(after, region);
      objectsOf(before, region).forEach((object, index) => {
        const found = patches.find(
          ([command, where, kind]) =>
            section.includes(command) &&
            where === region &&
            kind === object.kind.toLowerCase(),
        );
        const patch = patched.partial().parse(JSON.parse(found?.[4] ?? '{}'));
        expect(found?.[3]).toBe(object.metadata.name);
        expect(merge(object.data, patch.data)).toEqual(
          wanted[index].data ?? {},
        );
        expect(merge(object.spec, patch.spec)).toEqual(
          wanted[index].spec ?? {},
        );
      });
    }
  });
});
