import { Observation } from 'backstage-plugin-dragonfly-common';
import { MonitorSettings } from '../config';
import { fingerprintOf } from '../inventory';
import { NodeWatcher } from '../monitor/NodeWatcher';
import { Turns } from '../monitor/Turns';
import { ConnectionSlots, NodeProbe } from '../probe';
import { AssistedNode } from './assistedNodes';
import { keyOf } from './keyOf';

/** Few enough to be no flood of handshakes next to those of the instance's own monitor. */
const CONNECTIONS_OPENED_AT_ONCE = 32;

interface AssistantOptions {
  onObservation: (node: AssistedNode, observation: Observation) => void;
  /** A node that is not probed any more, or is another one from now on. */
  onGone: (node: AssistedNode) => void;
}

interface Probed {
  node: AssistedNode;
  fingerprint: string;
  watcher: NodeWatcher;
}

/**
 * Probes nodes whose caches another instance judges. It judges nothing and writes nothing to a server: the keys that tell
 * lag are written and read only by an instance that probes all nodes of the cache itself.
 */
export class Assistant {
  readonly #options: AssistantOptions;
  readonly #slots = new ConnectionSlots(CONNECTIONS_OPENED_AT_ONCE);
  readonly #turns = new Turns();
  readonly #probed = new Map<string, Probed>();
  readonly #stopping = new Set<Promise<void>>();

  static create(options: AssistantOptions): Assistant {
    return new Assistant(options);
  }

  private constructor(options: AssistantOptions) {
    this.#options = options;
  }

  /** Probes these nodes from now on, and no others. A node that did not change keeps its connection. */
  probe(nodes: readonly AssistedNode[], settings: MonitorSettings): void {
    const wanted = new Map(
      nodes.map(node => [
        `${keyOf(node.vantage)} ${node.entityRef}`,
        { node, fingerprint: fingerprint(node, settings) },
      ]),
    );
    for (const [key, probed] of this.#probed) {
      if (wanted.get(key)?.fingerprint !== probed.fingerprint) {
        this.#probed.delete(key);
        this.#stop(probed);
      }
    }
    for (const [key, { node, fingerprint: print }] of wanted) {
      if (!this.#probed.has(key)) {
        this.#probed.set(key, {
          node,
          fingerprint: print,
          watcher: this.#start(node, settings),
        });
      }
    }
  }

  /** Ends every connection. Resolves when nothing runs any more. */
  async stop(): Promise<void> {
    this.#probed.forEach(probed => this.#stop(probed));
    this.#probed.clear();
    await Promise.all(this.#stopping);
  }

  #start(
    node: AssistedNode,
    { intervalMs, timeoutMs, lag }: MonitorSettings,
  ): NodeWatcher {
    return NodeWatcher.start({
      probe: NodeProbe.create({
        region: node.vantage.region,
        target: node.target,
        timeoutMs,
        slots: this.#slots,
        positions: lag.positions,
      }),
      intervalMs,
      turns: this.#turns,
      onObservation: observation =>
        this.#options.onObservation(node, observation),
    });
  }

  #stop({ node, watcher }: Probed): void {
    this.#options.onGone(node);
    const stopping = watcher.stop().finally(() => {
      this.#stopping.delete(stopping);
    });
    this.#stopping.add(stopping);
  }
}

function fingerprint(
  { cacheName, target }: AssistedNode,
  { intervalMs, timeoutMs, lag }: MonitorSettings,
): string {
  return [
    cacheName,
    fingerprintOf(target),
    intervalMs,
    timeoutMs,
    lag.positions,
  ].join();
}
