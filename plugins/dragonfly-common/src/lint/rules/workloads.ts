import { ManifestModel } from '../model/manifestModel';
import { ManifestObject } from '../model/manifestObject';

/** The whole workloads that run servers, each once; what an operator makes is not among them. */
export function workloadsOf({ servers }: ManifestModel): ManifestObject[] {
  const workloads = servers
    .filter(({ operator }) => !operator)
    .map(({ object }) => object)
    .filter(({ partial }) => !partial);
  return [...new Set(workloads)];
}
