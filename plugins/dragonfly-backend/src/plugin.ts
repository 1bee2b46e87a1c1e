import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { CacheAccess } from './access';
import { Announcer } from './announcements';
import { SettingsStore } from './config';
import { Database } from './database';
import { History, Recorder } from './history';
import { Inventory, InventorySource } from './inventory';
import {
  MaintenanceReader,
  Maintenances,
  MaintenanceService,
} from './maintenance';
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
        auditor: coreServices.auditor,
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
        const database = Database.create(services);
        const maintained = MaintenanceReader.create({ database, logger });
        metrics.expose(
          () => monitor.states(),
          entityRef => maintained.isOn(entityRef, Date.now()),
        );
        const announcer = Announcer.create({
          ...services,
          maintenances: now => maintained.active(now),
        });
        const fleet = FleetMonitor.create({
          monitor,
          database,
          logger,
          regions: () => settings.current.monitor.regions,
        });
        const history = History.create({
          database,
          logger,
          retention: () => settings.current.retention,
        });
        const maintenances = Maintenances.create({
          database,
          history,
          reader: maintained,
          logger,
        });
        const recorder = Recorder.create({
          history,
          states: () => fleet.ownStates(),
          onStates: async (states, at) => {
            await Promise.all([
              fleet.share(states, at),
              announcer.announce(states, at),
            ]);
          },
        });
        const access = CacheAccess.create(services);
        const policy = PolicyStore.create({ ...services, settings });
        const source = InventorySource.create({ ...services, settings });
        const inventory = Inventory.create({
          ...services,
          settings,
          source,
          policy: () => policy.policy,
          onChange: caches => fleet.watch(caches, settings.current.monitor),
        });
        policy.onChange(() => inventory.recompute());
        source.onChange(() => inventory.recompute());
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
              access,
              catalog,
              inventory,
              monitor: fleet,
              history,
              maintenances: now => maintained.remembered(now),
            }),
            maintenances: MaintenanceService.create({
              ...services,
              access,
              inventory,
              maintenances,
            }),
          }),
        );
        await scheduler.scheduleTask({
          id: 'maintain-history',
          scope: 'global',
          frequency: { minutes: 1 },
          timeout: { minutes: 5 },
          initialDelay: { seconds: 30 },
          fn: async () => {
            await history.maintain(Date.now());
            await maintenances.recordOver(Date.now());
          },
        });
        lifecycle.addStartupHook(async () => {
          await fleet.start();
          await source.start();
          inventory.start();
          recorder.start(() => settings.current.monitor.intervalMs);
        });
        lifecycle.addShutdownHook(async () => {
          settings.stop();
          await source.stop();
          await inventory.stop();
          await fleet.stop();
          await recorder.stop();
        });
      },
    });
  },
});
