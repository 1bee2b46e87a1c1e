import { Fields, fieldsAt, Pointer, textAt } from '../model/fields';
import { ManifestObject } from '../model/ManifestObject';
import { RegionView } from '../model/RegionView';
import { Problem, problemAt, Rule } from '../rule';

const SELECTORS: Readonly<Record<string, Pointer>> = {
  Service: ['spec', 'selector'],
  StatefulSet: ['spec', 'selector', 'matchLabels'],
  PodDisruptionBudget: ['spec', 'selector', 'matchLabels'],
  NetworkPolicy: ['spec', 'podSelector', 'matchLabels'],
  PodMonitor: ['spec', 'selector', 'matchLabels'],
  ServiceMonitor: ['spec', 'selector', 'matchLabels'],
};

/** Whether a selector that selects something at all picks what has these labels. */
export function selects(selector: Fields, labels: Fields): boolean {
  const wanted = Object.entries(selector);
  return (
    wanted.length > 0 && wanted.every(([key, value]) => labels[key] === value)
  );
}

function candidates(region: RegionView, object: ManifestObject): Fields[] {
  return object.kind === 'ServiceMonitor'
    ? region
        .ofKind('Service')
        .map(({ fields }) => fieldsAt(fields, 'metadata', 'labels'))
    : region.servers.map(({ labels }) => labels);
}

function problemsOf(region: RegionView, object: ManifestObject): Problem[] {
  const pointer = SELECTORS[object.kind];
  if (!pointer || textAt(object.fields, 'spec', 'type') === 'ExternalName') {
    return [];
  }
  const selector = fieldsAt(object.fields, ...pointer);
  const found = candidates(region, object).some(labels =>
    selects(selector, labels),
  );
  const target = object.kind === 'ServiceMonitor' ? 'Service' : 'pod';
  return found
    ? []
    : [
        problemAt(
          object,
          pointer,
          `The selector of ${object.title} picks no ${target} of region "${region.name}".`,
          `Use labels that the ${target} carries.`,
        ),
      ];
}

/** Every selector picks what it is meant for. */
export const selectorsMatch: Rule = {
  id: 'selectors-match',
  severity: 'error',
  why: 'A selector that picks nothing is accepted and does nothing: no endpoints, no protection, no metrics.',
  check: ({ regions }) =>
    regions
      .filter(({ hasServer }) => hasServer)
      .flatMap(region =>
        region.objects.flatMap(object => problemsOf(region, object)),
      ),
};
