import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { DemoRepository } from './DemoRepository';

/** Routes of the demo's repository: `GET /files/<path>` answers the file on the main branch. */
export function createRouter(options: { repository: DemoRepository }): Router {
  const router = PromiseRouter();
  router.get(/^\/files\/(.+)$/, async (request, response) => {
    const path = decodeURIComponent(request.path.slice('/files/'.length));
    const content = await options.repository.readFile(path);
    response.type('text/plain').send(content);
  });
  return router;
}
