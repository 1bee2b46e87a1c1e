import {
  AuthService,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';

/**
 * Authentication without sign-in, in which a plugin that calls on behalf of a user is named as the actor, as it really is:
 * the permission backend says what a user may do only to plugins.
 */
export const actingAuth = [
  createServiceFactory({
    service: coreServices.auth,
    deps: { plugin: coreServices.pluginMetadata },
    factory({ plugin }) {
      const auth = mockServices.auth({
        pluginId: plugin.getId(),
        disableDefaultAuthPolicy: false,
      });
      auth.authenticate = namingActor(auth);
      return auth;
    },
  }),
  httpAuthServiceFactory,
];

function namingActor(auth: AuthService): AuthService['authenticate'] {
  const authenticate = auth.authenticate.bind(auth);
  return async (token, options) => {
    const credentials = await authenticate(token, options);
    const isForwarded = !token.startsWith('mock-user-token');
    return isForwarded && auth.isPrincipal(credentials, 'user')
      ? mockCredentials.user(credentials.principal.userEntityRef, {
          actor: { subject: 'plugin:bench' },
        })
      : credentials;
  };
}
