import { picking } from '../model/selection';
import { LintRule, offenceAt } from './rule';

export const publicLoadBalancer: LintRule = {
  id: 'public-load-balancer',
  severity: 'warning',
  title: 'A load balancer of the cache may have a public address',
  why: 'On most clouds a Service of type LoadBalancer gets an address of the internet unless an annotation says otherwise; a cache with a weak password is found there within minutes.',
  fix: "Add the annotation that makes your cloud's load balancer internal, or spec.loadBalancerSourceRanges.",
  check: ({ selections, servers }) =>
    servers.flatMap(server =>
      picking(selections.services, server)
        .filter(
          ({ node }) =>
            node.get('spec', 'type').text() === 'LoadBalancer' &&
            !node.get('spec', 'loadBalancerSourceRanges').exists &&
            !node
              .get('metadata', 'annotations')
              .entries()
              .some(({ key, value }) =>
                /internal|private|intranet/i.test(`${key} ${value.text()}`),
              ),
        )
        .map(service =>
          offenceAt(
            service,
            service.node.get('spec', 'type'),
            'No annotation makes the load balancer internal; expected one.',
          ),
        ),
    ),
};
