/** Names of the objects of one cache in the policy's namespace; all carry the cache's name. */
export interface ObjectNames {
  /** The StatefulSet, its headless Service, its ServiceAccount and its policies. */
  server: string;
  /** Service that leads to the primary from every region. */
  write: string;
  /** Service of the local node. */
  read: string;
  /** Service that the other regions reach this region's server through. */
  replication: string;
  /** ConfigMap with the role of the region's server. */
  role: string;
}

/** Names the objects of a cache. */
export function objectNames(cache: string): ObjectNames {
  return {
    server: cache,
    write: `${cache}-write`,
    read: `${cache}-read`,
    replication: `${cache}-replication`,
    role: `${cache}-role`,
  };
}

/** Labels of every object of a cache. */
export function labelsOf(cache: string): Record<string, string> {
  return {
    ...selectorOf(cache),
    'app.kubernetes.io/component': 'cache',
    'app.kubernetes.io/managed-by': 'backstage',
  };
}

/** Labels that pick the pods of a cache; they can never change, because a StatefulSet's selector cannot. */
export function selectorOf(cache: string): Record<string, string> {
  return {
    'app.kubernetes.io/name': 'dragonfly',
    'app.kubernetes.io/instance': cache,
  };
}
