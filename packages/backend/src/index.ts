import { createBackend } from '@backstage/backend-defaults';
import { toError } from '@backstage/errors';
import { describeStartFailure } from './describeStartFailure';

const backend = createBackend();

backend.add(import('@backstage/plugin-app-backend'));

backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));

backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('./permissions'));

backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(import('backstage-plugin-catalog-backend-module-dragonfly'));

backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(import('@backstage/plugin-scaffolder-backend-module-github'));
backend.add(import('backstage-plugin-scaffolder-backend-module-dragonfly'));

backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));
backend.add(import('backstage-plugin-search-backend-module-dragonfly'));

backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-signals-backend'));

backend.add(import('backstage-plugin-dragonfly-backend'));

// What makes this portal a demo: a Git repository and cache servers on this machine.
backend.add(import('./demo/repository'));
backend.add(import('./demo/fleet'));
backend.add(import('./demo/catalog'));
backend.add(import('./demo/template'));
backend.add(import('./demo/recording'));

// A backend that cannot start stays up otherwise, answers nothing, and nobody learns why.
backend.start().catch(error => {
  process.stderr.write(describeStartFailure(toError(error)));
  process.exit(1);
});
