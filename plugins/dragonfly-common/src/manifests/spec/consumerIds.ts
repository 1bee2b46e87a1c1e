import { CacheConsumer } from '../types';

/** A consumer with everything spelled out. */
export interface NamedConsumer {
  entityRef: string;
  /** Kubernetes namespace; the entity's name when the request gives none. */
  namespace: string;
  /** Lower-case letters, digits and hyphens; unique within the cache; a folder, an object suffix and a key prefix. */
  id: string;
}

/**
 * Names a consumer for paths and objects. The catalog allows dots and underscores, which Kubernetes names do not, and
 * the same name in several catalog namespaces, so a namespace other than `default` becomes part of the id.
 */
export function nameConsumer(consumer: CacheConsumer): NamedConsumer {
  const [, catalogNamespace, name] = consumer.entityRef.split(/[:/]/);
  const qualified =
    catalogNamespace === 'default' ? name : `${catalogNamespace}-${name}`;
  return {
    entityRef: consumer.entityRef,
    namespace: consumer.namespace ?? name,
    id: qualified.replace(/[._]/g, '-'),
  };
}
