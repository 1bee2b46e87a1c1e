import { ManifestNode } from '../source/manifestNode';
import { ManifestObject } from './manifestObject';
import { adminPortOf, leadsTo } from './ports';
import { picking, Selections } from './selection';
import { Server } from './server';

const OUTWARD = ['LoadBalancer', 'NodePort'];

/** Whether a Service is reached from outside of its cluster. */
export function isOutward({ node }: ManifestObject): boolean {
  return OUTWARD.includes(node.get('spec', 'type').text() ?? '');
}

/** The ports through which Services open a server's admin port to the world outside of the cluster. */
export function exposedAdminPorts(
  server: Server,
  { services }: Selections,
): { service: ManifestObject; port: ManifestNode }[] {
  const admin = adminPortOf(server);
  if (admin === undefined) return [];
  return picking(services, server)
    .filter(isOutward)
    .flatMap(service =>
      service.node
        .get('spec', 'ports')
        .items()
        .filter(port => leadsTo(port, server, admin))
        .map(port => ({ service, port })),
    );
}
