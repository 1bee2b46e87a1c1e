import { FleetCache } from '../fleet';
import { CompleteTraffic } from './checkTraffic';
import { choosePrimary } from './choosePrimary';
import { Pacer } from './pacer';
import { TrafficNode } from './trafficNode';
import { OperationCounts, TrafficStats } from './types';

const TICK_MS = 10;
const ROLES_MS = 200;

function noCounts(): OperationCounts {
  return { acknowledged: 0, failed: 0, skipped: 0 };
}

/** Applications at work on one cache, until they are stopped. @public */
export class Traffic {
  readonly #cache: FleetCache;
  readonly #options: CompleteTraffic;
  readonly #nodes: TrafficNode[];
  readonly #timers: NodeJS.Timeout[];
  readonly #writes = noCounts();
  readonly #reads = noCounts();
  #writingTo: TrafficNode[] = [];
  #operations = 0;
  #acknowledgedAt: number | undefined;
  #longestWriteGapMs = 0;
  #lastError: string | undefined;
  #askingRoles = false;

  constructor(cache: FleetCache, options: CompleteTraffic) {
    this.#cache = cache;
    this.#options = options;
    this.#nodes = cache.nodes.map(node => new TrafficNode(node));
    const { writesPerSecond, readShare } = options;
    const now = performance.now();
    const writes = new Pacer(writesPerSecond, now);
    const reads = new Pacer(
      (writesPerSecond * readShare) / (1 - readShare),
      now,
    );
    this.#timers = [
      setInterval(() => {
        const at = performance.now();
        this.#write(writes.due(at));
        this.#read(reads.due(at));
      }, TICK_MS),
      setInterval(() => this.#findPrimaries(), ROLES_MS),
    ];
    void this.#findPrimaries();
  }

  stats(): TrafficStats {
    return {
      writes: { ...this.#writes },
      reads: { ...this.#reads },
      writingTo: this.#writingTo.map(node => node.region),
      longestWriteGapMs: Math.max(
        this.#longestWriteGapMs,
        this.#acknowledgedAt === undefined
          ? 0
          : performance.now() - this.#acknowledgedAt,
      ),
      lastError: this.#lastError,
    };
  }

  /** Ends the traffic; what was sent and not yet answered is not waited for. */
  stop(): void {
    this.#timers.forEach(clearInterval);
    this.#nodes.forEach(node => node.close());
  }

  #write(due: number): void {
    const { keys, ttlSeconds, valueBytes } = this.#options;
    for (let i = 0; i < due; i++) {
      const sequence = this.#operations++;
      const key = `traffic:${sequence % keys}`;
      const value = `${sequence}:`.padEnd(valueBytes, 'x').slice(0, valueBytes);
      if (this.#writingTo.length === 0) {
        this.#writes.skipped += 1;
      }
      for (const node of this.#writingTo) {
        this.#send(node, this.#writes, client =>
          client.set(key, value, 'EX', ttlSeconds),
        );
      }
    }
  }

  #read(due: number): void {
    for (let i = 0; i < due; i++) {
      const sequence = this.#operations++;
      const node = this.#nodes[sequence % this.#nodes.length];
      const key = `traffic:${sequence % this.#options.keys}`;
      this.#send(node, this.#reads, client => client.get(key));
    }
  }

  #send(
    node: TrafficNode,
    counts: OperationCounts,
    operation: Parameters<TrafficNode['send']>[0],
  ): void {
    if (!node.ready) {
      counts.skipped += 1;
      return;
    }
    void node.send(operation, error => {
      if (error) {
        counts.failed += 1;
        this.#lastError = `${node.region}: ${error.message}`;
      } else {
        counts.acknowledged += 1;
        if (counts === this.#writes) {
          this.#noteAcknowledged(performance.now());
        }
      }
    });
  }

  #noteAcknowledged(now: number): void {
    if (this.#acknowledgedAt !== undefined) {
      this.#longestWriteGapMs = Math.max(
        this.#longestWriteGapMs,
        now - this.#acknowledgedAt,
      );
    }
    this.#acknowledgedAt = now;
  }

  async #findPrimaries(): Promise<void> {
    if (this.#askingRoles) {
      return;
    }
    this.#askingRoles = true;
    const roles = new Map(
      await Promise.all(
        this.#nodes.map(
          async node => [node.region, await node.role()] as const,
        ),
      ),
    );
    this.#askingRoles = false;
    const primaries =
      this.#cache.topology === 'independent'
        ? this.#cache.regions.filter(region => roles.get(region) === 'primary')
        : [choosePrimary(roles, this.#writingTo[0]?.region)];
    this.#writingTo = this.#nodes.filter(node =>
      primaries.includes(node.region),
    );
  }
}
