import { FileContent } from '../source/readFile';
import { LIMITS } from '../source/limits';
import { ManifestNode } from '../source/manifestNode';

/** One Kubernetes object, or a file such as `kustomization.yaml` that has the same head. */
export interface ManifestObject {
  path: string;
  /** Line of its name. */
  line: number;
  apiVersion: string;
  kind: string;
  name: string;
  /** Absent where the object leaves it to kustomize, Helm or kubectl. */
  namespace?: string;
  node: ManifestNode;
  /** A patch: what it does not say is said by the object that it changes. */
  partial: boolean;
}

/** `Kind namespace/name` for people. */
export function describe(object: ManifestObject): string {
  const { kind, namespace, name } = object;
  return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
}

/** Whether two objects can be in one namespace; an object without one can be in any. */
export function shareNamespace(a: ManifestObject, b: ManifestObject): boolean {
  return (
    a.namespace === undefined ||
    b.namespace === undefined ||
    a.namespace === b.namespace
  );
}

function itemsOf(root: ManifestNode): ManifestNode[] {
  const kind = root.get('kind').text() ?? '';
  return kind.endsWith('List') && root.get('items').exists
    ? root.get('items').items()
    : [root];
}

function objectOf(
  node: ManifestNode,
  path: string,
  partial: boolean,
): ManifestObject[] {
  const apiVersion = node.get('apiVersion').text();
  const kind = node.get('kind').text();
  if (apiVersion === undefined || kind === undefined) return [];
  const metadata = node.get('metadata');
  const name = metadata.get('name').text() ?? '';
  return [
    {
      path,
      line: name ? metadata.get('name').line : node.line,
      apiVersion,
      kind,
      name,
      namespace: metadata.get('namespace').text(),
      node,
      partial,
    },
  ];
}

/** The objects of all files, those of a List one by one; patches are marked as such. */
export function objectsIn(
  files: readonly FileContent[],
  patches: ReadonlySet<string>,
): ManifestObject[] {
  return files
    .flatMap(({ path, roots }) =>
      roots
        .flatMap(itemsOf)
        .flatMap(node => objectOf(node, path, patches.has(path))),
    )
    .slice(0, LIMITS.objects);
}
