import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { SettingsStore } from './config';
import { Inventory } from './inventory';
import { Monitor } from './monitor';
import { PolicyStore, readPolicySchedule } from './policy';
import { CacheService, createRouter } from './service';

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
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        scheduler: coreServices.scheduler,
        urlReader: coreServices.urlReader,
      },
      async init(services) {
        const { catalog, config, lifecycle, logger, scheduler } = services;
        const settings = SettingsStore.create({ config, logger });
        const monitor = Monitor.create({ logger });
        const policy = PolicyStore.create({ ...services, settings });
        const inventory = Inventory.create({
          ...services,
          settings,
          policy: () => policy.policy,
          onChange: caches => monitor.watch(caches, settings.current.monitor),
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
              monitor,
            }),
          }),
        );
        lifecycle.addStartupHook(() => inventory.start());
        lifecycle.addShutdownHook(async () => {
          settings.stop();
          await inventory.stop();
          await monitor.stop();
        });
      },
    });
  },
});
