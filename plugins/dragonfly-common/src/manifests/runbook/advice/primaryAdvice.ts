import { everywhere } from './commands';
import { AdviceBook } from './types';

/** What to do about the role of a server. */
export const primaryAdvice = {
  DragonflyDualPrimary: {
    actor: 'platform team',
    causes: [
      'A promotion without a fence: the old primary still takes writes.',
      'A server has come back as a primary although another region had taken over.',
    ],
    commands: everywhere,
    actions: [
      'Decide which side to keep: the one to which `-write` leads in most regions, unless its data is the older one. The writes of the other side since they parted are lost.',
      'Count that loss first, see [what is lost](#what-a-forced-failover-loses).',
      'Fence the other side at once: `attach OTHER KEPT`. Then let role files and Services follow, in the section of the region that is kept.',
    ],
  },
  DragonflyNoPrimary: {
    actor: 'platform team',
    causes: [
      'The server or the region of the primary is lost or hangs.',
      'A takeover has failed, and the old primary has ended.',
      'The primary lives and cannot be seen from where Prometheus runs.',
    ],
    commands: everywhere,
    actions: [
      'The old primary answers you: this is the network of Prometheus. Do not promote anything.',
      'It does not, and will not be back in time: forced failover, in the section of the region that shall take over. With several replicas take the one that has applied most.',
    ],
  },
  DragonflyRoleDrift: {
    actor: 'cache owner',
    causes: [
      'The primary was moved, and the change of role files, Services and catalog entity is not merged.',
    ],
    commands: everywhere,
    actions: [
      'Merge the pull request of the move, or make the change as the section of the region says that is the primary now.',
      'Until then, restart nothing.',
    ],
  },
  DragonflyDrillOverdue: {
    actor: 'cache owner',
    causes: ['Nobody has moved the primary for a long time.'],
    commands: () => [],
    actions: [
      'Plan a drill: a planned move there and back, with a look at how long writes waited.',
    ],
  },
  DragonflyPortalStalled: {
    actor: 'platform team',
    causes: [
      'The backend that watches this cache is overloaded, or waits for its database.',
      'It is gone, and no other has taken its part over.',
    ],
    commands: everywhere,
    actions: [
      'Believe the servers, not the portal’s pages: the commands above ask them.',
      'Look at the log and the CPU of the portal’s backends, and at its database; restart the backend that does not come round. Others take its caches over within ten seconds.',
    ],
  },
  DragonflyPromotionInDoubt: {
    actor: 'platform team',
    causes: [
      'The portal was interrupted in an operation, or an answer was lost.',
    ],
    commands: everywhere,
    actions: [
      'One primary: the operation ended there. Let role files and Services follow.',
      'Two primaries: go on with [two primaries](#dragonflydualprimary).',
      'None: go on with [no primary](#dragonflynoprimary).',
    ],
  },
} satisfies AdviceBook;
