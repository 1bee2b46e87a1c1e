import { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { parseEntityRef } from '@backstage/catalog-model';
import { Verdict } from 'backstage-plugin-dragonfly-common';
import { Announcement } from './groupChanges';
import { VerdictChange } from './VerdictTracker';

const TOPIC = 'Dragonfly caches';

type Severity = NonNullable<NotificationSendOptions['payload']['severity']>;

const SEVERITIES: Record<Verdict, Severity> = {
  critical: 'critical',
  degraded: 'high',
  unknown: 'normal',
  healthy: 'low',
};

function titleOf({ state }: VerdictChange): string {
  return state.cache.title ?? state.cache.name;
}

function describe({ before, state }: VerdictChange): string {
  const [worst] = state.reasons;
  return worst
    ? `${worst.message} ${worst.nextStep}`
    : `Nothing is wrong any more; it was ${before}.`;
}

function linkTo(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return `/catalog/${[namespace, kind, name].map(encodeURIComponent).join('/')}/cache`;
}

/**
 * The notification of an announcement. Its scope is the cache or the region, so that what is told later takes the place of
 * what was told before.
 */
export function notificationOf(
  announcement: Announcement,
): NotificationSendOptions {
  const { owner } = announcement;
  const recipients = { type: 'entity' as const, entityRef: owner };
  if (announcement.kind === 'region') {
    const { region, changes } = announcement;
    return {
      recipients,
      payload: {
        title: `${changes.length} caches have lost ${region}`,
        description: `${changes.map(titleOf).sort().join(', ')}. See what the loss of the region costs now, and move what must go on.`,
        link: '/dragonfly',
        severity: 'critical',
        topic: TOPIC,
        scope: `dragonfly:region:${region}`,
      },
    };
  }
  const { change } = announcement;
  const { verdict } = change.state;
  return {
    recipients,
    payload: {
      title: `Cache ${titleOf(change)} is ${verdict}`,
      description: describe(change),
      link: linkTo(change.entityRef),
      severity: SEVERITIES[verdict],
      topic: TOPIC,
      scope: `dragonfly:cache:${change.entityRef}`,
    },
  };
}
