import { createHash } from 'node:crypto';
import {
  LoggerService,
  RootConfigService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { ServiceUnavailableError, stringifyError } from '@backstage/errors';
import {
  parsePolicy,
  Policy,
  PolicyDocument,
  PolicyProblem,
} from 'backstage-plugin-dragonfly-common';
import { SettingsStore } from '../config';
import { PolicySource, readPolicySource } from './readPolicySource';

const READ_TIMEOUT_MS = 15_000;

export interface PolicyStoreOptions {
  config: RootConfigService;
  settings: SettingsStore;
  urlReader: UrlReaderService;
  logger: LoggerService;
}

type InForce = Omit<PolicyDocument, 'settings' | 'refusedRevision'>;

/** A newer reading that did not become the policy, and why. */
interface Setback {
  problems: PolicyProblem[];
  refusedRevision?: string;
}

/** The caching policy in force: the last ADR that could be read and parsed. */
export class PolicyStore {
  readonly #options: PolicyStoreOptions;
  readonly #listeners = new Set<() => void>();
  #inForce: InForce | undefined;
  #setback: Setback | undefined;

  static create(options: PolicyStoreOptions): PolicyStore {
    return new PolicyStore(options);
  }

  private constructor(options: PolicyStoreOptions) {
    this.#options = options;
  }

  /** The parsed policy; undefined while there is none. */
  get policy(): Policy | undefined {
    return this.#inForce?.policy;
  }

  /** @throws ServiceUnavailableError while no ADR could be read and parsed */
  document(): PolicyDocument {
    const { settings } = this.#options;
    if (!this.#inForce) {
      throw new ServiceUnavailableError(
        `There is no caching policy yet: ${this.#setback?.problems.map(problem => problem.message).join(' ') ?? 'it is being read.'}`,
      );
    }
    return {
      ...this.#inForce,
      problems: [...(this.#setback?.problems ?? []), ...this.#inForce.problems],
      ...(this.#setback?.refusedRevision && {
        refusedRevision: this.#setback.refusedRevision,
      }),
      settings: settings.current.manifests,
    };
  }

  /** Called when another policy comes into force. */
  onChange(listener: () => void): void {
    this.#listeners.add(listener);
  }

  /** Reads the ADR again. Never throws: what is wrong is logged and shown with the policy that stays in force. */
  async refresh(signal?: AbortSignal): Promise<void> {
    const timeout = AbortSignal.timeout(READ_TIMEOUT_MS);
    try {
      const source = await readPolicySource({
        ...this.#options,
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      });
      this.#consider(source);
    } catch (error) {
      this.#setBack({ problems: [unreadable(stringifyError(error))] });
    }
  }

  #consider({ text, source, url }: PolicySource): void {
    const revision = `sha256:${createHash('sha256').update(text).digest('hex')}`;
    const known = this.#inForce;
    if (known?.revision === revision && known.source === source) {
      this.#setback = undefined;
      this.#inForce = { ...known, readAt: new Date().toISOString() };
      return;
    }
    const result = parsePolicy(text, { url });
    if (!result.ok) {
      this.#setBack({ problems: result.errors, refusedRevision: revision });
      return;
    }
    this.#setback = undefined;
    this.#inForce = {
      revision,
      source,
      readAt: new Date().toISOString(),
      policy: result.policy,
      problems: result.warnings,
    };
    this.#options.logger.info('A caching policy came into force', {
      revision,
      source,
    });
    this.#listeners.forEach(listener => listener());
  }

  #setBack(setback: Setback): void {
    const isNew = JSON.stringify(setback) !== JSON.stringify(this.#setback);
    this.#setback = setback;
    if (isNew) {
      this.#options.logger.warn(
        `${this.#inForce ? 'Kept the caching policy in force' : 'There is no caching policy'}: ${setback.problems.map(problem => problem.message).join(' ')}`,
      );
    }
  }
}

function unreadable(message: string): PolicyProblem {
  return {
    severity: 'error',
    subject: 'source of the policy',
    expected: 'a readable text',
    message: `${message}. Check dragonfly.adr in app-config, and that the source answers.`,
  };
}
