import { parseYamlDocument } from 'backstage-plugin-dragonfly-common';
import { isMap, isNode, isScalar, isSeq, LineCounter } from 'yaml';
import { z } from 'zod';

/** What every object of a cluster and of the catalog begins with. */
const headShape = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z
    .looseObject({
      name: z.string().optional(),
      namespace: z.string().optional(),
    })
    .optional(),
});

/** The head of an object, with everything else that is in it. */
export type YamlObject = z.infer<typeof headShape>;

/** One YAML file, read. */
export interface YamlFile {
  /** Plain data. */
  data: unknown;
  /** The same when it has the head of an object. */
  object?: YamlObject;
  /** Why it cannot be read. */
  mistakes: { line: number; message: string }[];
  /** One-based line of a place, or of the nearest place above when it is not there. */
  lineOf(pointer: readonly string[]): number;
}

/** Reads a YAML file as kubectl and kustomize do. */
export function readYaml(content: string): YamlFile {
  const lines = new LineCounter();
  const document = parseYamlDocument(content, {
    lineCounter: lines,
    prettyErrors: false,
    version: '1.1',
  });

  function lineOf(pointer: readonly string[]): number {
    let node: unknown = document.contents;
    let place: unknown = node;
    for (const step of pointer) {
      if (isSeq(node)) {
        node = node.items[Number(step)];
        place = node ?? place;
      } else if (isMap(node)) {
        const pair = node.items.find(
          ({ key }) => isScalar(key) && String(key.value) === step,
        );
        node = pair?.value;
        place = pair?.key ?? place;
      } else {
        break;
      }
    }
    const offset = isNode(place) ? (place.range?.[0] ?? 0) : 0;
    return lines.linePos(offset).line;
  }

  const mistakes = document.errors.map(({ message, pos }) => ({
    line: lines.linePos(pos[0]).line,
    message,
  }));
  const data: unknown = mistakes.length > 0 ? undefined : document.toJS();
  const head = headShape.safeParse(data);
  return {
    data,
    object: head.success ? head.data : undefined,
    mistakes,
    lineOf,
  };
}
