import { NotFoundError } from '@backstage/errors';
import { Topology } from 'backstage-plugin-dragonfly-common';
import { waitUntil } from '../servers/waitUntil';
import { FleetLink } from './fleetLink';
import { FleetNode } from './fleetNode';
import { isInSync } from './isInSync';

const SYNC_DEADLINE_MS = 20_000;

/** The running parts of one cache. */
export interface CacheParts {
  name: string;
  entityRef: string;
  topology: Topology;
  nodes: FleetNode[];
  links: FleetLink[];
}

/** One cache of the fleet: a node in each region, and the links between them. @public */
export class FleetCache {
  readonly name: string;
  /** Reference of the cache's catalog entity. */
  readonly entityRef: string;
  readonly topology: Topology;
  /** In the order they were declared; when `replicated`, the first was started as the primary. */
  readonly nodes: readonly FleetNode[];
  /** One for every ordered pair of regions of a replicated cache; none when `independent`. */
  readonly links: readonly FleetLink[];

  constructor(parts: CacheParts) {
    this.name = parts.name;
    this.entityRef = parts.entityRef;
    this.topology = parts.topology;
    this.nodes = parts.nodes;
    this.links = parts.links;
  }

  get regions(): string[] {
    return this.nodes.map(node => node.region);
  }

  /**
   * The node in a region.
   *
   * @throws Error when the cache has none there
   */
  node(region: string): FleetNode {
    const node = this.nodes.find(candidate => candidate.region === region);
    if (!node) {
      throw new NotFoundError(
        `Cache "${this.name}" has no node in region "${region}"; it has nodes in ${this.regions.join(', ')}.`,
      );
    }
    return node;
  }

  /**
   * The link over which the node in one region replicates from the node in another. Use its `address` in a REPLICAOF
   * command, so that replication stays on the faulty network after a change of roles.
   *
   * @param from - region of the replica
   * @param to - region of the primary; when absent, the first region, or the second for the first region itself
   * @throws Error when there is no such link
   */
  link(from: string, to?: string): FleetLink {
    const primary = to ?? this.regions.find(region => region !== from);
    const link = this.links.find(
      candidate => candidate.from === from && candidate.to === primary,
    );
    if (!link) {
      throw new NotFoundError(
        `Cache "${this.name}" (${this.topology}, regions ${this.regions.join(', ')}) has no link from "${from}" to "${primary}".`,
      );
    }
    return link;
  }

  /** Waits until every node that was declared a replica has a complete copy and a working link. */
  async waitUntilInSync(deadlineMs: number = SYNC_DEADLINE_MS): Promise<void> {
    const [primary, ...replicas] = this.nodes;
    if (this.topology === 'independent') {
      return;
    }
    await waitUntil(
      `the replicas of cache "${this.name}" to be in sync`,
      deadlineMs,
      () => isInSync(primary, replicas),
    );
  }

  /** Ends every node and link. */
  async stop(): Promise<void> {
    await Promise.all([
      ...this.nodes.map(node => node.close()),
      ...this.links.map(link => link.close()),
    ]);
  }
}
