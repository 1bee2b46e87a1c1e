import { TcpProxy } from '../network/tcpProxy';
import { DirectionFaults } from '../network/faults';
import { Address } from '../servers/types';

/** A direction of a link: what the replica says, or what the primary sends. @public */
export type LinkDirection = 'toPrimary' | 'toReplica';

/** Either direction on its own, or both alike. @public */
export type PerDirection<T> = T | { toPrimary?: T; toReplica?: T };

/** What is wrong with a link now. @public */
export interface LinkState {
  /** Connections are refused. */
  cut: boolean;
  toPrimary: Readonly<DirectionFaults>;
  toReplica: Readonly<DirectionFaults>;
}

/** The network between a replica and its primary: replication dials it, and a start guard does. @public */
export class FleetLink {
  readonly #proxy: TcpProxy;

  /** Makes the link; it leads nowhere yet. */
  static async create(ends: { from: string; to: string }): Promise<FleetLink> {
    return new FleetLink(ends.from, ends.to, await TcpProxy.listen());
  }

  private constructor(
    /** The region whose node dials: the replica's. */
    readonly from: string,
    /** The region that is dialled: the primary's. */
    readonly to: string,
    proxy: TcpProxy,
  ) {
    this.#proxy = proxy;
  }

  /** What a replica is told as its primary's address. */
  get address(): Address {
    return this.#proxy.address;
  }

  /** Says where the link leads: to the server of the primary's region. */
  leadTo(server: Address): void {
    this.#proxy.target = server;
  }

  /** Connections that are open through the link. */
  get connections(): number {
    return this.#proxy.connections;
  }

  get state(): LinkState {
    return {
      cut: !this.#proxy.listening,
      toPrimary: { ...this.#proxy.faults('toServer') },
      toReplica: { ...this.#proxy.faults('toClient') },
    };
  }

  /** Holds every byte back for so many milliseconds, in each direction. */
  delay(milliseconds: PerDirection<number>): void {
    this.#set('delayMs', milliseconds);
  }

  /** Lets at most so many bytes pass each second, in each direction. */
  throttle(bytesPerSecond: PerDirection<number>): void {
    this.#set('bytesPerSecond', bytesPerSecond);
  }

  /** Resets the connections and refuses new ones: both sides notice at once. */
  cut(): Promise<void> {
    return this.#proxy.cut();
  }

  /** Keeps every connection open and forwards nothing: neither side notices by itself. */
  blackHole(direction: LinkDirection | 'both' = 'both'): void {
    this.#set('blackHole', {
      toPrimary: direction !== 'toReplica',
      toReplica: direction !== 'toPrimary',
    });
  }

  /** Removes every fault; what a black hole held back arrives. */
  heal(): Promise<void> {
    return this.#proxy.heal();
  }

  /** Ends the link for good. */
  close(): Promise<void> {
    return this.#proxy.close();
  }

  #set<Key extends keyof DirectionFaults>(
    key: Key,
    value: PerDirection<DirectionFaults[Key] & (number | boolean)>,
  ): void {
    const { toPrimary, toReplica } =
      typeof value === 'object'
        ? value
        : { toPrimary: value, toReplica: value };
    if (toPrimary !== undefined) {
      this.#proxy.setFaults('toServer', { [key]: toPrimary });
    }
    if (toReplica !== undefined) {
      this.#proxy.setFaults('toClient', { [key]: toReplica });
    }
  }
}
