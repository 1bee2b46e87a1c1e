import { request } from 'node:http';
import { z } from 'zod';
import {
  appliedSchema,
  BlackHoleInput,
  cacheSchema,
  cachesSchema,
  ControlledApply,
  ControlledCache,
  DelayInput,
  failureSchema,
  ThrottleInput,
} from './schemas';

interface Answer {
  status: number;
  body: unknown;
}

/** Talks to a control server of a fleet in another process. @public */
export class FleetControlClient {
  readonly #url: string;
  readonly #token: string;

  /** Takes the `url` and `token` of the control server. */
  static create(control: { url: string; token: string }): FleetControlClient {
    return new FleetControlClient(control.url, control.token);
  }

  private constructor(url: string, token: string) {
    this.#url = url;
    this.#token = token;
  }

  /** Every cache of the fleet. */
  async caches(): Promise<ControlledCache[]> {
    return (await this.#call('GET', '/caches', cachesSchema)).caches;
  }

  /** Starts, or changes, the cache that a folder of generated manifests describes. */
  apply(folder: string): Promise<ControlledApply> {
    return this.#call('POST', '/apply', appliedSchema, { folder });
  }

  /** Ends a server at once. */
  kill(cache: string, region: string): Promise<ControlledCache> {
    return this.#node(cache, region, 'kill');
  }

  /** Asks a server to end. */
  stop(cache: string, region: string): Promise<ControlledCache> {
    return this.#node(cache, region, 'stop');
  }

  /** Hangs a server. */
  freeze(cache: string, region: string): Promise<ControlledCache> {
    return this.#node(cache, region, 'freeze');
  }

  /** Lets a frozen server run again. */
  resume(cache: string, region: string): Promise<ControlledCache> {
    return this.#node(cache, region, 'resume');
  }

  /** Starts a server again, with its data when it runs and is not to be `empty`. */
  restart(
    cache: string,
    region: string,
    options: { empty?: boolean } = {},
  ): Promise<ControlledCache> {
    return this.#node(cache, region, 'restart', options);
  }

  /** Delays the link of a replica's region. */
  delay(
    cache: string,
    region: string,
    input: DelayInput,
  ): Promise<ControlledCache> {
    return this.#link(cache, region, 'delay', input);
  }

  /** Slows the link of a replica's region down. */
  throttle(
    cache: string,
    region: string,
    input: ThrottleInput,
  ): Promise<ControlledCache> {
    return this.#link(cache, region, 'throttle', input);
  }

  /** Cuts the link of a replica's region. */
  cut(
    cache: string,
    region: string,
    input: { to?: string } = {},
  ): Promise<ControlledCache> {
    return this.#link(cache, region, 'cut', input);
  }

  /** Lets nothing through the link of a replica's region, unnoticed. */
  blackHole(
    cache: string,
    region: string,
    input: BlackHoleInput = {},
  ): Promise<ControlledCache> {
    return this.#link(cache, region, 'black-hole', input);
  }

  /** Removes every fault from the link of a replica's region. */
  heal(
    cache: string,
    region: string,
    input: { to?: string } = {},
  ): Promise<ControlledCache> {
    return this.#link(cache, region, 'heal', input);
  }

  #node(
    cache: string,
    region: string,
    action: string,
    input: object = {},
  ): Promise<ControlledCache> {
    const path = `/caches/${cache}/nodes/${region}/${action}`;
    return this.#call('POST', path, cacheSchema, input);
  }

  #link(
    cache: string,
    region: string,
    action: string,
    input: object,
  ): Promise<ControlledCache> {
    const path = `/caches/${cache}/links/${region}/${action}`;
    return this.#call('POST', path, cacheSchema, input);
  }

  async #call<Schema extends z.ZodType>(
    method: 'GET' | 'POST',
    path: string,
    schema: Schema,
    input?: object,
  ): Promise<z.infer<Schema>> {
    const { status, body } = await this.#send(method, path, input);
    if (status !== 200) {
      const failure = failureSchema.safeParse(body);
      throw new Error(
        failure.success
          ? failure.data.error.message
          : `The fleet answered ${status} to ${method} ${path}.`,
      );
    }
    return schema.parse(body);
  }

  // Not fetch: test environments replace it, and the loopback address needs none of its features.
  #send(method: string, path: string, input?: object): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const outgoing = request(
        new URL(path, this.#url),
        {
          method,
          agent: false,
          headers: {
            authorization: `Bearer ${this.#token}`,
            'content-type': 'application/json',
          },
        },
        async response => {
          try {
            let text = '';
            for await (const chunk of response) {
              text += String(chunk);
            }
            resolve({
              status: response.statusCode ?? 0,
              body: JSON.parse(text),
            });
          } catch (error) {
            reject(error);
          }
        },
      );
      outgoing.on('error', reject);
      outgoing.end(input && JSON.stringify(input));
    });
  }
}
