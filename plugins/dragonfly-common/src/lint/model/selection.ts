import { ManifestNode } from '../source/manifestNode';
import { ManifestObject, shareNamespace } from './manifestObject';
import { Server } from './server';

/** An object with the labels of the pods that it is about; read once, because every server asks. */
export interface Selecting {
  object: ManifestObject;
  selector: Record<string, string>;
}

/** The objects that pick pods by labels. */
export interface Selections {
  services: Selecting[];
  networkPolicies: Selecting[];
  disruptionBudgets: Selecting[];
}

/** Labels that an operator sets by role, which no manifest holds. */
const SET_BY_OPERATOR = ['role'];

function ofKind(
  objects: readonly ManifestObject[],
  wanted: string,
  selectorOf: (spec: ManifestNode) => ManifestNode,
): Selecting[] {
  return objects
    .filter(({ kind }) => kind === wanted)
    .map(object => ({
      object,
      selector: selectorOf(object.node.get('spec')).strings(),
    }));
}

/** The objects that pick pods; expressions are taken to match: saying nothing is better than saying something wrong. */
export function selectionsIn(objects: readonly ManifestObject[]): Selections {
  return {
    services: ofKind(objects, 'Service', spec => spec.get('selector')).filter(
      ({ selector }) => Object.keys(selector).length > 0,
    ),
    networkPolicies: ofKind(objects, 'NetworkPolicy', spec =>
      spec.get('podSelector', 'matchLabels'),
    ),
    disruptionBudgets: ofKind(objects, 'PodDisruptionBudget', spec =>
      spec.get('selector', 'matchLabels'),
    ),
  };
}

/** Those that pick the pods of a server; an empty selector picks all pods. */
export function picking(
  selecting: readonly Selecting[],
  server: Server,
): ManifestObject[] {
  return selecting
    .filter(
      ({ object, selector }) =>
        shareNamespace(object, server.object) &&
        Object.entries(selector).every(
          ([label, value]) =>
            server.labels[label] === value ||
            (server.operator && SET_BY_OPERATOR.includes(label)),
        ),
    )
    .map(({ object }) => object);
}
