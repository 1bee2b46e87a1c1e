import { serverSettings } from '../serverSettings';
import { UntranslatedArgument } from '../types';
import { AppliedNode } from './appliedNode';
import { translateToRedis } from './translateToRedis';

/** What of a region's manifests its server is not told, and why. */
export function untranslatedOf(node: AppliedNode): UntranslatedArgument[] {
  const { manifests, secrets, directory, server } = node;
  const { region, workload, unread } = manifests;
  const ofPod = workload.ignored.map(argument => ({
    argument,
    reason: 'its image is not on this machine',
  }));
  const ofCluster = unread.map(argument => ({
    argument,
    reason: 'nothing on this machine reads such an object',
  }));
  const ofServer =
    server.flavour === 'dragonfly'
      ? []
      : translateToRedis(serverSettings(manifests, secrets), {
          port: 0,
          directory,
          tls: false,
        }).untranslated.map(({ argument, reason }) => ({
          argument,
          reason: `${server.flavour}: ${reason}`,
        }));
  return [...ofPod, ...ofCluster, ...ofServer].map(each => ({
    ...each,
    region,
  }));
}
