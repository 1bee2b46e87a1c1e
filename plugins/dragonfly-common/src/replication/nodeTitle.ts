import { NodeView } from './nodeView';

/** `The primary in region1`, by the role of the last answer, else by the declared one. */
export function nodeTitle(node: NodeView): string {
  const role =
    node.lastAnswer?.facts.replication.role ?? node.declaration.declaredRole;
  return `The ${role} in ${node.region}`;
}
