import { Worker } from 'node:worker_threads';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { z } from 'zod';
import { SchemaProblem } from './types';

/** No set of files takes a fraction of it, not even the first, which loads the schemas. */
const TIMEOUT_MS = 60_000;

const answer = z.union([
  z.object({
    id: z.number(),
    problems: z.array(
      z.array(z.object({ pointer: z.array(z.string()), message: z.string() })),
    ),
  }),
  z.object({ id: z.number(), failure: z.string() }),
]);

interface Waiting {
  resolve(problems: SchemaProblem[][]): void;
  reject(error: Error): void;
  timer: NodeJS.Timeout;
}

/**
 * The schemas of Kubernetes, Prometheus operator, External Secrets, cert-manager and Argo CD.
 *
 * @remarks
 * They live in a thread that starts with the first question and keeps what it has loaded. It does not keep the process
 * alive while nobody waits for an answer, and starts anew after a failure.
 */
export class KubernetesSchemas {
  #worker: Worker | undefined;
  #lastId = 0;
  readonly #waiting = new Map<number, Waiting>();

  private constructor() {}

  static create(): KubernetesSchemas {
    return new KubernetesSchemas();
  }

  /** What is wrong with each of the objects; one list per object, empty where nothing is. */
  async problemsOf(objects: readonly unknown[]): Promise<SchemaProblem[][]> {
    if (objects.length === 0) return [];
    const worker = this.#start();
    const id = (this.#lastId += 1);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () =>
          this.#fail(
            new Error(`The schemas did not answer in ${TIMEOUT_MS} ms`),
          ),
        TIMEOUT_MS,
      );
      this.#waiting.set(id, { resolve, reject, timer });
      worker.ref();
      worker.postMessage({ id, objects });
    });
  }

  /** Ends the thread; whoever still waits gets an error. */
  async close(): Promise<void> {
    const worker = this.#worker;
    this.#fail(new Error('The schemas were closed'));
    await worker?.terminate();
  }

  #start(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(
      resolvePackagePath(
        'backstage-plugin-scaffolder-backend-module-dragonfly',
        'assets/kubernetesSchemas.mjs',
      ),
    );
    worker.on('message', (message: unknown) => this.#receive(message));
    worker.on('error', (error: Error) => this.#fail(error));
    worker.on('exit', code => {
      if (this.#worker === worker) {
        this.#fail(new Error(`The thread of the schemas ended with ${code}`));
      }
    });
    this.#worker = worker;
    return worker;
  }

  #receive(message: unknown): void {
    const received = answer.parse(message);
    const waiting = this.#waiting.get(received.id);
    if (!waiting) return;
    this.#waiting.delete(received.id);
    clearTimeout(waiting.timer);
    if (this.#waiting.size === 0) this.#worker?.unref();
    if ('failure' in received) waiting.reject(new Error(received.failure));
    else waiting.resolve(received.problems);
  }

  #fail(error: Error): void {
    const worker = this.#worker;
    this.#worker = undefined;
    for (const { reject, timer } of this.#waiting.values()) {
      clearTimeout(timer);
      reject(error);
    }
    this.#waiting.clear();
    worker?.terminate().catch(() => undefined);
  }
}
