import { HttpAuthService } from '@backstage/backend-plugin-api';
import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { stringifyEntityRef } from '@backstage/catalog-model';
import express from 'express';
import { PolicyStore } from '../policy';
import { openapi } from '../schema';
import { CacheService } from './CacheService';
import { entityRefsOf } from './entityRefsOf';

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
    res.json(await caches.list({ entityRefs }, { credentials }));
  });

  router.get('/caches/:kind/:namespace/:name', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    res.json(await caches.get(stringifyEntityRef(req.params), { credentials }));
  });

  return router;
}
