import { HttpAuthService } from '@backstage/backend-plugin-api';
import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { stringifyEntityRef } from '@backstage/catalog-model';
import express from 'express';
import { answerJson, JsonMemory, jsonOfList, jsonOfSeries } from '../answers';
import { MaintenanceService } from '../maintenance';
import { PolicyStore } from '../policy';
import { openapi } from '../schema';
import { CacheService } from './CacheService';
import { entityRefsOf } from './entityRefsOf';
import { eventsQuestion, seriesQuestion } from './historyQuestions';
import { maintenanceBodies } from './maintenanceBodies';
import { maintenanceRequestOf } from './maintenanceRequestOf';
import { pageOf } from './takePage';

const MAINTENANCE = '/caches/:kind/:namespace/:name/maintenance';

export interface RouterOptions {
  httpAuth: HttpAuthService;
  caches: CacheService;
  maintenances: MaintenanceService;
  policy: PolicyStore;
}

/** The HTTP API; `schema/openapi.ts` describes it. */
export function createRouter(options: RouterOptions): express.Router {
  const { httpAuth, caches, maintenances, policy } = options;
  const json = JsonMemory.create();
  const router: express.Router = createValidatedOpenApiRouter(openapi, {
    middleware: [maintenanceBodies(MAINTENANCE, maintenances)],
    // The platform authenticates; a cookie is as good as the header the document names.
    validatorOptions: { validateSecurity: false },
  });

  router.get('/policy', async (req, res) => {
    await httpAuth.credentials(req);
    res.json(policy.document());
  });

  router.get('/caches', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const entityRefs = entityRefsOf(req.query.entityRef);
    const page = pageOf(req.query);
    const list = await caches.list({ entityRefs, ...page }, { credentials });
    answerJson(res, await jsonOfList(list, json));
  });

  router.get('/caches/:kind/:namespace/:name', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const state = await caches.get(stringifyEntityRef(req.params), {
      credentials,
    });
    answerJson(res, json.of(state));
  });

  router.get('/caches/:kind/:namespace/:name/series', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const question = seriesQuestion(req.query);
    const answer = await caches.series(
      stringifyEntityRef(req.params),
      question,
      { credentials },
    );
    answerJson(res, await jsonOfSeries(answer));
  });

  router.get('/caches/:kind/:namespace/:name/events', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const question = eventsQuestion(req.query);
    res.json(
      await caches.events(stringifyEntityRef(req.params), question, {
        credentials,
      }),
    );
  });

  router.put(MAINTENANCE, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const maintenance = await maintenances.start(
      stringifyEntityRef(req.params),
      maintenanceRequestOf(req.body),
      { credentials, request: req },
    );
    res.json(maintenance);
  });

  router.delete(MAINTENANCE, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    await maintenances.end(stringifyEntityRef(req.params), {
      credentials,
      request: req,
    });
    res.status(204).end();
  });

  return router;
}
