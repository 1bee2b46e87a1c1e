import { ManifestNode } from '../source/manifestNode';
import { ManifestObject } from './manifestObject';

/** Kinds that run pods for as long as they are there. */
export const WORKLOAD_KINDS: readonly string[] = [
  'StatefulSet',
  'Deployment',
  'DaemonSet',
  'ReplicaSet',
  'Pod',
];

/** The pod template of a workload; a Pod is its own. */
export function podTemplateOf({ kind, node }: ManifestObject): ManifestNode {
  return kind === 'Pod' ? node : node.get('spec', 'template');
}

/** The pod spec of a workload. */
export function podOf(object: ManifestObject): ManifestNode {
  return podTemplateOf(object).get('spec');
}

/** Whether the workload makes its pods from a template that it selects by labels. */
export function hasTemplate({ kind }: ManifestObject): boolean {
  return kind !== 'Pod' && WORKLOAD_KINDS.includes(kind);
}
