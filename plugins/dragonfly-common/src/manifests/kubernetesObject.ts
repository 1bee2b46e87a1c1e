import { stringify, Tags } from 'yaml';
import { ManifestFile } from './types';

/** What JSON and YAML can both hold; fields that are `undefined` are left out. */
export type PlainValue =
  | string
  | number
  | boolean
  | undefined
  | readonly PlainValue[]
  | { readonly [key: string]: PlainValue };

/** A Kubernetes object, or a file such as `kustomization.yaml` and `catalog-info.yaml` that has the same head. */
export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly [field: string]: PlainValue;
}

/**
 * Words of at least six characters that begin with a letter: no version of YAML takes one of these for anything but itself,
 * so the many tests of other strings are spared.
 */
const PLAIN_WORD = /^[A-Za-z][A-Za-z0-9_./-]{5,}$/;

function withQuickWords(tag: Tags[number]): Tags[number] {
  if (
    typeof tag === 'string' ||
    tag.tag !== 'tag:yaml.org,2002:str' ||
    tag.collection !== undefined
  ) {
    return tag;
  }
  const { stringify: stringifyAny } = tag;
  return {
    ...tag,
    stringify: (item, context, onComment, onChompKeep) =>
      typeof item.value === 'string' && PLAIN_WORD.test(item.value)
        ? item.value
        : (stringifyAny?.(item, context, onComment, onChompKeep) ?? ''),
  };
}

/** Writes one object as a YAML file; `comment` explains the file to whoever opens it. */
export function yamlFile(
  path: string,
  comment: string,
  object: KubernetesObject,
): ManifestFile {
  const text = stringify(object, {
    // kubectl and kustomize read YAML 1.1, where a bare `on` or `no` is a boolean.
    compat: 'yaml-1.1',
    customTags: tags => tags.map(withQuickWords),
    aliasDuplicateObjects: false,
    lineWidth: 0,
  });
  return { path, content: `# ${comment}\n${text}` };
}
