import { SignInPage } from '@backstage/core-components';
import { SignInPageProps } from '@backstage/plugin-app-react';

/** Sign-in page that offers the guest identity only. */
export function GuestSignInPage(props: SignInPageProps) {
  return (
    <SignInPage
      {...props}
      title="Sign in to the portal"
      providers={['guest']}
    />
  );
}
