import { z } from 'zod';
import { code } from '../manifests/readme/markdown';
import { ManifestFile } from '../manifests/types';
import { parseYaml } from '../yaml/parseYaml';

const shape = z.object({
  spec: z.object({
    template: z.object({
      spec: z.object({
        containers: z.array(z.object({ args: z.array(z.string()).optional() })),
      }),
    }),
  }),
});

/** Arguments of the generated server by flag. */
function argumentsIn(files: readonly ManifestFile[]): Map<string, string> {
  const file = files.find(({ path }) => path === 'base/stateful-set.yaml');
  try {
    const read = shape.safeParse(parseYaml(file?.content ?? ''));
    const args = read.success
      ? read.data.spec.template.spec.containers.flatMap(
          container => container.args ?? [],
        )
      : [];
    return new Map(args.map(argument => [argument.split('=', 1)[0], argument]));
  } catch {
    // An edited file that is no YAML has no arguments to compare.
    return new Map();
  }
}

/** Every argument of the server that differs between two outputs; each is one line of Markdown. */
export function argumentDifferences(
  before: readonly ManifestFile[],
  after: readonly ManifestFile[],
): string[] {
  const [was, is] = [argumentsIn(before), argumentsIn(after)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter(flag => was.get(flag) !== is.get(flag))
    .map(flag => {
      const [old, now] = [was.get(flag), is.get(flag)];
      if (old === undefined) return `Argument added: ${code(now ?? flag)}`;
      if (now === undefined) return `Argument removed: ${code(old)}`;
      return `Argument: ${code(old)} → ${code(now)}`;
    });
}
