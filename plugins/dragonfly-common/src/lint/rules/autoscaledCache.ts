import { describeValue } from '../../manifests/spec/fieldErrors';
import { shareNamespace } from '../model/manifestObject';
import { LintRule, offenceAt } from './rule';

export const autoscaledCache: LintRule = {
  id: 'autoscaled-cache',
  severity: 'error',
  title: 'An autoscaler changes the number of servers',
  why: 'Each pod that it adds is an empty primary of its own behind the same Service, and each that it removes takes its data along.',
  fix: 'Remove the HorizontalPodAutoscaler; a cache grows by memory and threads.',
  check: ({ objects, servers }) =>
    objects
      .filter(({ kind }) => kind === 'HorizontalPodAutoscaler')
      .flatMap(object => {
        const target = object.node.get('spec', 'scaleTargetRef');
        const isServer = servers.some(
          server =>
            server.object.kind === target.get('kind').text() &&
            server.object.name === target.get('name').text() &&
            shareNamespace(server.object, object),
        );
        return isServer
          ? [
              offenceAt(
                object,
                target,
                `The autoscaler scales ${describeValue(target.get('name').text())}, which is a cache; expected a fixed number.`,
              ),
            ]
          : [];
      }),
};
