import { exposedAdminPorts } from '../model/exposure';
import { LintRule, offenceAt } from './rule';

export const adminPortExposed: LintRule = {
  id: 'admin-port-exposed',
  severity: 'error',
  title: 'A Service opens the admin port to the outside',
  why: 'The admin port bypasses ACL users, limits and pauses: whoever reaches it can read, delete and shut down everything.',
  fix: 'Leave the port out of Services of type LoadBalancer and NodePort.',
  check: ({ selections, servers }) =>
    servers.flatMap(server =>
      exposedAdminPorts(server, selections).map(({ port, service }) =>
        offenceAt(
          service,
          port,
          `The Service of type ${service.node.get('spec', 'type').text()} leads to the admin port; expected the main port alone.`,
        ),
      ),
    ),
};
