import { stringify } from 'yaml';
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

/** Writes one object as a YAML file; `comment` explains the file to whoever opens it. */
export function yamlFile(
  path: string,
  comment: string,
  object: KubernetesObject,
): ManifestFile {
  const text = stringify(object, {
    // kubectl and kustomize read YAML 1.1, where a bare `on` or `no` is a boolean.
    compat: 'yaml-1.1',
    aliasDuplicateObjects: false,
    lineWidth: 0,
  });
  return { path, content: `# ${comment}\n${text}` };
}
