import {
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { readSettings } from './readSettings';
import { Settings } from './types';

/** The settings in force, following app-config without a restart. */
export class SettingsStore {
  readonly #listeners = new Set<() => void>();
  #current: Settings;
  #unsubscribe = () => {};

  /**
   * @throws InputError when app-config is not valid at the start; a later change that is not is logged and the settings
   *   before it stay in force
   */
  static create(options: {
    config: RootConfigService;
    logger: LoggerService;
  }): SettingsStore {
    const store = new SettingsStore(readSettings(options.config));
    const subscription = options.config.subscribe?.(() =>
      store.#follow(options.config, options.logger),
    );
    store.#unsubscribe = () => subscription?.unsubscribe();
    return store;
  }

  private constructor(settings: Settings) {
    this.#current = settings;
  }

  get current(): Settings {
    return this.#current;
  }

  /** Called after every change of app-config, whether it touches the caches or not. */
  onChange(listener: () => void): void {
    this.#listeners.add(listener);
  }

  stop(): void {
    this.#unsubscribe();
    this.#listeners.clear();
  }

  #follow(config: RootConfigService, logger: LoggerService): void {
    try {
      this.#current = readSettings(config);
    } catch (error) {
      logger.error(
        `Refused a change of app-config and kept the Dragonfly settings before it: ${toError(error).message}`,
      );
      return;
    }
    for (const listener of this.#listeners) {
      listener();
    }
  }
}
