import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { Announcer } from './announcements';
import { SettingsStore } from './config';
import { Database } from './database';
import { History, Recorder } from './history';
import { Inventory } from './inventory';
import { CacheMetrics } from './metrics';
import { Monitor } from './monitor';
import { PolicyStore, readPolicySchedule } from './policy';
import { CacheService, createRouter } from './service';
import { FleetMonitor } from './shards';

/**
 * Watches the Dragonfly caches of the catalog and serves their live state and the organisation's caching policy.
 *
 * @public
 */
export const dragonflyPlugin = createBackendPlugin({
  pluginId: 'dragonfly',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        notifications: notificationService,
        permissions: coreServices.permissions,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        urlReader: coreServices.urlReader,
      },
      async init(services) {
        const { catalog, config, lifecycle, logger, scheduler } = services;
        const settings = SettingsStore.create({ config, logger });
        const metrics = CacheMetrics.create({ metrics: services.metrics });
        const monitor = Monitor.create({
          logger,
          onObservation: observation => metrics.count(observation),
        });
        metrics.expose(() => monitor.states());
        const announcer = Announcer.create(services);
        const database = Database.create(services);
        const fleet = FleetMonitor.create({ monitor, database, logger });
        const history = History.create({
          database,
          logger,
          retention: () => settings.current.retention,
        });
        const recorder = Recorder.create({
          history,
          states: async () => {
            await monitor.judge();
            return fleet.ownStates();
          },
          onStates: async (states, at) => {
            await Promise.all([
              fleet.share(at),
              announcer.announce(states, at),
            ]);
          },
        });
        const policy = PolicyStore.create({ ...services, settings });
        const inventory = Inventory.create({
          ...services,
          settings,
          policy: () => policy.policy,
          onChange: caches => fleet.watch(caches, settings.current.monitor),
        });
        policy.onChange(() => inventory.recompute());
        settings.onChange(() => inventory.recompute());
        settings.onChange(() => policy.refresh());

        await policy.refresh();
        await scheduler.scheduleTask({
          ...readPolicySchedule(config),
          id: 'refresh-policy',
          fn: signal => policy.refresh(signal),
        });
        services.httpRouter.use(
          createRouter({
            ...services,
            policy,
            caches: CacheService.create({
              ...services,
              catalog,
              inventory,
              monitor: fleet,
              history,
            }),
          }),
        );
        await scheduler.scheduleTask({
          id: 'maintain-history',
          scope: 'global',
          frequency: { minutes: 1 },
          timeout: { minutes: 5 },
          initialDelay: { seconds: 30 },
          fn: () => history.maintain(Date.now()),
        });
        lifecycle.addStartupHook(async () => {
          await fleet.start();
          inventory.start();
          recorder.start(() => settings.current.monitor.intervalMs);
        });
        lifecycle.addShutdownHook(async () => {
          settings.stop();
          await inventory.stop();
          await fleet.stop();
          await recorder.stop();
        });
      },
    });
  },
});
