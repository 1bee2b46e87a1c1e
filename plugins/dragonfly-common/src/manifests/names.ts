import { Flavour } from './types';

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
  /** ConfigMap with the start guard and the nodes it asks. */
  startGuard: string;
  /** Certificate of the region's server, and the Secret that holds it and its key. */
  tls: string;
  /** ConfigMap with the dashboard for Grafana. */
  dashboard: string;
}

/** Names the objects of a cache. */
export function objectNames(cache: string): ObjectNames {
  return {
    server: cache,
    write: `${cache}-write`,
    read: `${cache}-read`,
    replication: `${cache}-replication`,
    role: `${cache}-role`,
    startGuard: `${cache}-start-guard`,
    tls: `${cache}-tls`,
    dashboard: `${cache}-dashboard`,
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

/** Labels that pick the pods of a cache, whoever makes them: the operator gives its pods labels of its own. */
export function podSelectorOf(cache: {
  name: string;
  flavour: Flavour;
}): Record<string, string> {
  return cache.flavour === 'operator'
    ? {
        app: cache.name,
        'app.kubernetes.io/name': 'dragonfly',
        'app.kubernetes.io/part-of': 'dragonfly',
      }
    : selectorOf(cache.name);
}

/** Names of the ports of the server's container. */
export function portNamesOf(cache: { flavour: Flavour }): {
  main: string;
  admin: string;
} {
  return {
    main: cache.flavour === 'operator' ? 'redis' : 'dragonfly',
    admin: 'admin',
  };
}

/** Labels that pick the pod that takes writes; the operator marks it, elsewhere there is only one. */
export function writerSelectorOf(cache: {
  name: string;
  flavour: Flavour;
}): Record<string, string> {
  return cache.flavour === 'operator'
    ? { ...podSelectorOf(cache), role: 'master' }
    : podSelectorOf(cache);
}

/** Name of the NetworkPolicy; the operator makes one with the name of the cache itself. */
export function networkPolicyNameOf(cache: {
  name: string;
  flavour: Flavour;
}): string {
  return cache.flavour === 'operator' ? `${cache.name}-connection` : cache.name;
}
