import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { EventsService } from '@backstage/plugin-events-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { SignalsService } from '@backstage/plugin-signals-node';
import {
  CacheState,
  CACHE_EVENTS_TOPIC,
  CACHE_SIGNALS_CHANNEL,
  Maintenance,
} from 'backstage-plugin-dragonfly-common';
import { groupChanges } from './groupChanges';
import { notificationOf } from './notificationOf';
import { VerdictChange, VerdictTracker } from './VerdictTracker';

/** How long a verdict must last before people are told: longer than a restart of a pod's network, shorter than patience. */
const HOLD_MS = 10_000;

interface AnnouncerOptions {
  logger: LoggerService;
  events: EventsService;
  notifications: NotificationService;
  signals: SignalsService;
  /**
   * Caches under maintenance at a moment, by entity reference, of which people are not notified; asked once for each look,
   * and must not throw. None when absent.
   */
  maintenances?: (now: number) => Promise<ReadonlyMap<string, Maintenance>>;
}

/**
 * Tells others what changes: pages by signal, programs by event, owners by notification. None of these is needed for
 * watching; what cannot be sent is logged, once for each kind.
 */
export class Announcer {
  readonly #options: AnnouncerOptions;
  readonly #tracker = VerdictTracker.create({ holdMs: HOLD_MS });
  readonly #failing = new Set<string>();
  #fingerprints = new Map<string, string>();

  static create(options: AnnouncerOptions): Announcer {
    return new Announcer(options);
  }

  private constructor(options: AnnouncerOptions) {
    this.#options = options;
  }

  /** Looks at all caches and tells what is new. Never throws. */
  async announce(
    states: ReadonlyMap<string, CacheState>,
    now: number,
  ): Promise<void> {
    const muted = (await this.#options.maintenances?.(now)) ?? new Map();
    const signalled = this.#signal(this.#changedSince(states, muted));
    const { changes, notices } = this.#tracker.look(states, now, muted);
    await Promise.all([
      signalled,
      ...changes.map(change =>
        this.#publish(change, muted.has(change.entityRef)),
      ),
      ...groupChanges(notices).map(announcement =>
        this.#attempt('notifications', () =>
          this.#options.notifications.send(notificationOf(announcement)),
        ),
      ),
    ]);
  }

  /** Caches whose verdict, reasons or maintenance are others than at the last look. */
  #changedSince(
    states: ReadonlyMap<string, CacheState>,
    maintenances: ReadonlyMap<string, Maintenance>,
  ): string[] {
    const fingerprints = new Map(
      [...states].map(([entityRef, { verdict, reasons }]) => [
        entityRef,
        [
          verdict,
          maintenances.get(entityRef)?.startedAt,
          ...reasons.map(({ code, region }) => `${code}/${region}`),
        ].join(),
      ]),
    );
    const changed = [...fingerprints.keys()].filter(
      entityRef =>
        this.#fingerprints.get(entityRef) !== fingerprints.get(entityRef),
    );
    const isFirstLook = this.#fingerprints.size === 0;
    this.#fingerprints = fingerprints;
    return isFirstLook ? [] : changed;
  }

  /** A ping only: who may know what has changed is decided when they ask. */
  async #signal(changed: string[]): Promise<void> {
    if (changed.length === 0) {
      return;
    }
    await this.#attempt('signals', () =>
      this.#options.signals.publish({
        recipients: { type: 'broadcast' },
        channel: CACHE_SIGNALS_CHANNEL,
        message: { changed: changed.length },
      }),
    );
  }

  #publish(change: VerdictChange, maintenance: boolean): Promise<void> {
    const { entityRef, before, state } = change;
    return this.#attempt('events', () =>
      this.#options.events.publish({
        topic: CACHE_EVENTS_TOPIC,
        eventPayload: {
          entityRef,
          before,
          verdict: state.verdict,
          reasons: state.reasons.map(({ code, region }) => ({ code, region })),
          assessedAt: state.assessedAt,
          ...(maintenance && { maintenance }),
        },
      }),
    );
  }

  async #attempt(what: string, send: () => Promise<void>): Promise<void> {
    try {
      await send();
      this.#failing.delete(what);
    } catch (error) {
      if (!this.#failing.has(what)) {
        this.#options.logger.warn(
          `Failed to send ${what} about caches: ${toError(error).message}`,
        );
      }
      this.#failing.add(what);
    }
  }
}
