import {
  AuthService,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';

/**
 * The mocked authentication, except that a plugin which calls on behalf of a user is named as the actor, as it really
 * is. The permission backend answers what a user may do in general only to plugins.
 */
export const actingAuthFeatures = [
  createServiceFactory({
    service: coreServices.auth,
    deps: { plugin: coreServices.pluginMetadata },
    factory({ plugin }) {
      const auth = mockServices.auth({
        pluginId: plugin.getId(),
        disableDefaultAuthPolicy: false,
      });
      auth.authenticate = authenticateWithActor(auth);
      return auth;
    },
  }),
  httpAuthServiceFactory,
];

function authenticateWithActor(auth: AuthService): AuthService['authenticate'] {
  const authenticate = auth.authenticate.bind(auth);
  return async (token, options) => {
    const credentials = await authenticate(token, options);
    const viaPlugin = !token.startsWith('mock-user-token');
    return viaPlugin && auth.isPrincipal(credentials, 'user')
      ? mockCredentials.user(credentials.principal.userEntityRef, {
          actor: { subject: 'plugin:test' },
        })
      : credentials;
  };
}
