import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { SignInPageBlueprint } from '@backstage/plugin-app-react';

/** Signs visitors in as the demo's guest, who owns some of its caches and not others. */
export const signInModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    SignInPageBlueprint.make({
      params: {
        loader: () => import('./GuestSignInPage').then(m => m.GuestSignInPage),
      },
    }),
  ],
});
