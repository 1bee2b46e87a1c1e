import { Topology } from '../manifests/types';
import { DisasterRecovery, Eviction } from '../policy/types';

/** The role Git declares for a node. @public */
export type DeclaredRole = 'primary' | 'replica';

/** One server process of a cache in one region, as declared. @public */
export interface NodeDeclaration {
  /** Region name; a cache has one node per region, so this identifies the node within the cache. */
  region: string;
  declaredRole: DeclaredRole;
  /** How the portal reaches the server, as app-config says; absent where it has no node for the region. */
  access?: { tls: boolean; password: boolean };
}

/** What the policy says about the cache's use case. @public */
export interface DeclaredUseCase {
  id: string;
  title: string;
  ttlSeconds: number;
  eviction: Eviction;
  disasterRecovery: DisasterRecovery;
}

/**
 * Something wrong with a cache's declaration that keeps it, or one of its nodes, from being watched; or, of code
 * `INVENTORY_SOURCE`, from being watched where the inventory source says now.
 *
 * @public
 */
export interface InventoryProblem {
  code:
    | 'INVALID_ANNOTATION'
    | 'UNKNOWN_PROFILE'
    | 'UNKNOWN_REGION'
    | 'UNKNOWN_USE_CASE'
    | 'NAME_TAKEN'
    | 'NO_NODES'
    | 'INVENTORY_SOURCE';
  entityRef: string;
  /** A whole sentence: what was found, where, what was expected and what to do. */
  message: string;
}

/** One cache as catalog, config and policy declare it. Holds no host and no credential. @public */
export interface CacheDeclaration {
  name: string;
  entityRef: string;
  title?: string;
  /** Full reference of the owning User or Group. */
  owner?: string;
  system?: string;
  topology: Topology;
  useCase?: DeclaredUseCase;
  nodes: NodeDeclaration[];
  /** Lag above which the cache is degraded, in seconds. */
  lagThresholdSeconds: number;
  /**
   * Address of the cache's runbook, without a section; `runbookSectionUrl` adds one. Absent where the entity does not come
   * from a repository and app-config names no place for runbooks.
   */
  runbookUrl?: string;
  problems: InventoryProblem[];
}
