import { nameOf } from './names';
import { Sourced } from '../types';
import { YamlSource } from './yamlSource';

/** The YAML between two lines of dashes at the start of some ADRs. */
export interface FrontMatter {
  /** The first key that goes by one of the names. */
  get(names: readonly string[]): Sourced<string> | undefined;
}

/**
 * Separates front matter from Markdown. The body keeps its line numbers: blank lines stand where the front matter was.
 *
 * @param text - with line feeds as line endings.
 */
export function splitFrontMatter(text: string): {
  frontMatter: FrontMatter;
  body: string;
} {
  const match = /^---[ \t]*\n([\s\S]*?\n)?---[ \t]*(?:\n|$)/.exec(text);
  const yaml = YamlSource.parse(match?.[1] ?? '', 2);
  const [root] = yaml.roots;
  // Text between two thematic breaks is no front matter.
  if (!match || !root?.isMap || yaml.errors.length > 0) {
    return { frontMatter: { get: () => undefined }, body: text };
  }
  return {
    frontMatter: {
      get: names => {
        const key = root.keys().find(name => names.includes(nameOf(name)));
        return key === undefined ? undefined : root.get(key).sourced();
      },
    },
    body: match[0].replace(/[^\n]+/g, '') + text.slice(match[0].length),
  };
}
