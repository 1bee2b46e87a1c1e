import { createHash } from 'node:crypto';
import { LoggerService } from '@backstage/backend-plugin-api';
import { parseInventorySource } from './parseInventorySource';
import { ParsedDocument } from './types';

interface InForce {
  document: ParsedDocument;
  revision: string;
  readAt: string;
}

/** The last document that could be used, and why a newer one cannot. */
export class DocumentInForce {
  readonly #logger: LoggerService;
  #inForce: InForce | undefined;
  #considered: string | undefined;
  #refusal: string | undefined;

  constructor(logger: LoggerService) {
    this.#logger = logger;
  }

  get document(): ParsedDocument | undefined {
    return this.#inForce?.document;
  }

  /** Tells its text from any other. */
  get revision(): string | undefined {
    return this.#inForce?.revision;
  }

  /** When it was found in its place last, ISO 8601. */
  get readAt(): string | undefined {
    return this.#inForce?.readAt;
  }

  /** Why the newest one is not in force; undefined when it is. */
  get refusal(): string | undefined {
    return this.#refusal;
  }

  /** For the log: which one applies while another cannot. */
  get fallback(): string {
    return this.#inForce
      ? `kept the document of ${this.#inForce.readAt}`
      : 'there is no document yet';
  }

  /** Takes a text for the newest document. Returns whether another one is in force now. */
  consider(text: string): boolean {
    const revision = `sha256:${createHash('sha256').update(text).digest('hex')}`;
    if (revision === this.#considered) {
      this.confirm();
      return false;
    }
    this.#considered = revision;
    const parsed = parseInventorySource(text);
    if (!parsed.ok) {
      this.#refusal = parsed.reason;
      this.#logger.warn(
        `Refused the inventory source, ${this.fallback}: ${parsed.reason}`,
        { revision },
      );
      return false;
    }
    this.#refusal = undefined;
    this.#inForce = {
      document: parsed.document,
      revision,
      readAt: new Date().toISOString(),
    };
    this.#logger.info('An inventory source came into force', { revision });
    return true;
  }

  /** The newest document was found unchanged. */
  confirm(): void {
    if (this.#inForce && !this.#refusal) {
      this.#inForce.readAt = new Date().toISOString();
    }
  }

  /** The next text comes from another place, and is looked at whatever it is; until then this one stays in force. */
  expectAnother(): void {
    this.#considered = undefined;
    this.#refusal = undefined;
  }

  /** None is wanted any more. */
  forget(): void {
    this.expectAnother();
    this.#inForce = undefined;
  }
}
