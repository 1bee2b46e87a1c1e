import { NodeCredentials, NodeTemplate } from './types';

/** A node as it is written, with the name of its credentials. */
export interface NamedNode extends NodeTemplate {
  credentials?: string;
}

/** Puts the credentials that a node names into it. A name that is not known must have been refused before. */
export function toTemplate(
  written: NamedNode,
  known: ReadonlyMap<string, NodeCredentials>,
): NodeTemplate {
  const { credentials, ...node } = written;
  return {
    ...node,
    ...(credentials === undefined ? undefined : known.get(credentials)),
  };
}
