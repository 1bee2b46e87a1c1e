import { CacheServer } from '../../servers/types';
import { Localise, localAddresses, LocalNetwork } from '../localAddresses';
import { RegionManifests, SecretValues } from '../types';
import { localPaths } from '../volumes/localPaths';

/** One region's manifests, on this machine. */
export interface AppliedNode {
  server: CacheServer;
  directory: string;
  manifests: RegionManifests;
  secrets: SecretValues;
  network: LocalNetwork;
  /** The region that this one replicates from, by the manifests; absent on a primary. */
  source: string | undefined;
  /** Takes the place of the time that the manifests give the start guard. */
  guardDeadlineSeconds: number;
}

/** What takes the place of other regions' addresses on this machine. */
export function addressesOf(node: AppliedNode): Localise {
  const { manifests, secrets, network, source } = node;
  return localAddresses(manifests, secrets, network, source);
}

/** What takes the place of addresses and paths in the command line of a container. */
export function localiseFor(
  node: AppliedNode,
  container: Pick<RegionManifests['workload'], 'mounts'>,
): Localise {
  const addresses = addressesOf(node);
  const paths = localPaths(node.directory, container.mounts);
  return text => addresses(paths(text));
}
