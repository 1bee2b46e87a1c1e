import { DragonflyClient } from 'backstage-plugin-dragonfly-common';
import { z } from 'zod';
import { Program } from '../programs';
import { Scope } from '../runBenchmark';
import { PortalSettings } from './settings';

/** A running backend with the plugin in it. */
export class Portal {
  readonly #program: Program;
  /** Asks the backend over HTTP. */
  readonly client: DragonflyClient;

  /** Starts a backend, which ends with the benchmark. */
  static async start(scope: Scope, settings: PortalSettings): Promise<Portal> {
    const program = Program.start('portal/portalProgram.ts');
    scope.defer(() => program.stop());
    const { port } = await program.ask(
      'start',
      settings,
      z.object({ port: z.number() }),
    );
    return new Portal(program, `http://localhost:${port}`);
  }

  private constructor(program: Program, origin: string) {
    this.#program = program;
    this.client = new DragonflyClient({
      discoveryApi: { getBaseUrl: async plugin => `${origin}/api/${plugin}` },
      fetchApi: { fetch },
    });
  }

  /** The longest that work waited for the backend's process since the last call, milliseconds. */
  async slackMs(): Promise<number> {
    const { longestMs } = await this.#program.ask(
      'slack',
      {},
      z.object({ longestMs: z.number() }),
    );
    return longestMs;
  }

  /** Ends it in order, as a deployment does. */
  async stop(): Promise<void> {
    await this.#program.ask('stop', {}, z.unknown());
    await this.#program.stop();
  }

  /** Ends it at once, as a lost machine would. */
  async kill(): Promise<void> {
    await this.#program.kill();
  }
}
