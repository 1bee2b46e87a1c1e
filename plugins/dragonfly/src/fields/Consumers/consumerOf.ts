import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { ConsumerValue } from '../types';

const NAMESPACE_ANNOTATION = 'backstage.io/kubernetes-namespace';

/** A component as a consumer, in the namespace its entity names, else in one of the component's own name. */
export function consumerOf(component: Entity): ConsumerValue {
  const { annotations, name } = component.metadata;
  return {
    entityRef: stringifyEntityRef(component),
    namespace:
      annotations?.[NAMESPACE_ANNOTATION] ?? name.toLocaleLowerCase('en-US'),
  };
}
