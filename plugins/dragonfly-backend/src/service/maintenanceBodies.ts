import { stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, isError, toError } from '@backstage/errors';
import express, { ErrorRequestHandler, RequestHandler } from 'express';
import { MaintenanceService } from '../maintenance';
import { EXAMPLE, maintenanceRequestOf } from './maintenanceRequestOf';

/** More than the longest note takes, every character of it escaped. */
const BODY_LIMIT_KB = 4;

/**
 * Reads the bodies of requests for a maintenance and refuses wrong ones, before the validator does: it would not say which
 * value it found. A refusal is audited as every other try is.
 *
 * @param path - of the requests, with the parameters `kind`, `namespace` and `name`
 */
export function maintenanceBodies(
  path: string,
  maintenances: MaintenanceService,
): express.Router {
  const check: RequestHandler = (req, _res, next) => {
    assertJson(req);
    maintenanceRequestOf(req.body);
    next();
  };
  const refuse: ErrorRequestHandler = (error, req, _res, next) => {
    const refusal = refusalOf(error);
    const { kind, namespace, name } = req.params;
    maintenances
      .refuse(stringifyEntityRef({ kind, namespace, name }), refusal, {
        request: req,
      })
      .then(() => next(refusal), next);
  };
  const router = express.Router();
  router.put(path, express.json({ limit: `${BODY_LIMIT_KB}kb` }), check);
  // An error passes by what is mounted for one method; whatever fails here is a PUT.
  router.use(path, refuse);
  return router;
}

function assertJson(req: express.Request): void {
  const type = req.is('application/json');
  if (type === null || req.get('content-length') === '0') {
    throw new InputError(`The request has no body. ${EXAMPLE}`);
  }
  if (!type) {
    throw new InputError(
      `The body is of type ${JSON.stringify(req.get('content-type') ?? '')}; expected application/json. ${EXAMPLE}`,
    );
  }
}

/** What the parser of bodies throws says neither what was expected nor what to do. */
function refusalOf(error: unknown): Error {
  const { name, message } = toError(error);
  if (name === 'InputError') {
    return toError(error);
  }
  return new InputError(
    isError(error) && error.type === 'entity.too.large'
      ? `The body is larger than ${BODY_LIMIT_KB} kB. ${EXAMPLE}`
      : `The body cannot be read as JSON: ${message}. ${EXAMPLE}`,
  );
}
