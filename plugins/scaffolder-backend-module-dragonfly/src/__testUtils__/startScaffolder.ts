import { setTimeout } from 'node:timers/promises';
import {
  BackendFeature,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import githubModule from '@backstage/plugin-scaffolder-backend-module-github';
import { JsonObject } from '@backstage/types';
import scaffolderModuleDragonfly from '..';

const FINAL = ['completed', 'failed', 'cancelled'];
const DEADLINE_MS = 30_000;

/** What became of a task. */
export interface TaskOutcome {
  status: string;
  /** Lines of the task's log. */
  log: string[];
  output: JsonObject;
}

/**
 * A portal's backend with the real scaffolder and its GitHub actions, used over HTTP as the wizard uses it. The catalog
 * takes note of the locations it is given and can read none of them, as before a pull request is merged.
 */
export async function startScaffolder(options: {
  entities?: Entity[];
  /** App-config. */
  config?: JsonObject;
  /** What else runs in the backend. */
  features?: BackendFeature[];
}) {
  const registered: string[] = [];
  const catalog = Object.assign(
    catalogServiceMock({ entities: options.entities ?? [] }),
    {
      addLocation: async (location: { target: string; dryRun?: boolean }) => {
        if (location.dryRun) {
          throw new Error(`Could not read ${location.target}`);
        }
        registered.push(location.target);
        return { location: { id: '', type: 'url', ...location }, entities: [] };
      },
    },
  );
  const { server } = await startTestBackend({
    features: [
      scaffolderPlugin,
      githubModule,
      scaffolderModuleDragonfly,
      ...(options.features ?? []),
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => catalog,
      }),
      mockServices.rootConfig.factory({
        data: options.config ?? {},
      }),
    ],
  });

  async function call(path: string, body?: object) {
    const response = await fetch(
      `http://localhost:${server.port()}/api${path}`,
      {
        method: body ? 'POST' : 'GET',
        headers: {
          'Content-Type': 'application/json',
          Authorization: mockCredentials.user.header('user:default/mara'),
        },
        body: body && JSON.stringify(body),
      },
    );
    const answer = await response.json();
    if (!response.ok) {
      throw new Error(`${path}: ${response.status} ${JSON.stringify(answer)}`);
    }
    return answer;
  }

  return {
    /** Entity locations the catalog was asked to read. */
    registered,
    /** Answer of a path below `/api`; posts the body, if there is one. */
    call,
    /** Runs a template to its end. */
    async run(templateRef: string, values: JsonObject): Promise<TaskOutcome> {
      const { id } = await call('/scaffolder/v2/tasks', {
        templateRef,
        values,
      });
      const deadline = Date.now() + DEADLINE_MS;
      let task = await call(`/scaffolder/v2/tasks/${id}`);
      while (!FINAL.includes(task.status) && Date.now() < deadline) {
        await setTimeout(50);
        task = await call(`/scaffolder/v2/tasks/${id}`);
      }
      const events: { body: { message: string; output?: JsonObject } }[] =
        await call(`/scaffolder/v2/tasks/${id}/events`);
      return {
        status: task.status,
        log: events.map(({ body }) => body.message),
        output: events.find(({ body }) => body.output)?.body.output ?? {},
      };
    },
  };
}
