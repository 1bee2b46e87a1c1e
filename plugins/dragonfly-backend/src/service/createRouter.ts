import { HttpAuthService } from '@backstage/backend-plugin-api';
import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { stringifyEntityRef } from '@backstage/catalog-model';
import express from 'express';
import { PolicyStore } from '../policy';
import { openapi } from '../schema';
import { CacheService } from './CacheService';
import { entityRefsOf } from './entityRefsOf';
import { eventsQuestion, seriesQuestion } from './historyQuestions';
import { pageOf } from './takePage';

export interface RouterOptions {
  httpAuth: HttpAuthService;
  caches: CacheService;
  policy: PolicyStore;
}

/** The HTTP API; `schema/openapi.ts` describes it. */
export function createRouter(options: RouterOptions): express.Router {
  const { httpAuth, caches, policy } = options;
  const router: express.Router = createValidatedOpenApiRouter(openapi, {
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
    res.json(await caches.list({ entityRefs, ...page }, { credentials }));
  });

  router.get('/caches/:kind/:namespace/:name', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    res.json(await caches.get(stringifyEntityRef(req.params), { credentials }));
  });

  router.get('/caches/:kind/:namespace/:name/series', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const question = seriesQuestion(req.query);
    res.json(
      await caches.series(stringifyEntityRef(req.params), question, {
        credentials,
      }),
    );
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

  return router;
}
