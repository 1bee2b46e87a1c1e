import { Entity } from '@backstage/catalog-model';
import { screen, within } from '@testing-library/react';
import { REVISION } from '../__fixtures__/policyDocument';
import { renderWizard } from './__testUtils__/renderWizard';

const checkout: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'checkout', namespace: 'default' },
  spec: { type: 'service' },
};

const button = (name: string) => screen.findByRole('button', { name });

describe.each(['new', 'old'] as const)(
  'the wizard of the template dragonfly-cache in the %s frontend system',
  system => {
    it('goes from the name to a review that can be read', async () => {
      const { user, onCreate } = await renderWizard({
        system,
        entities: [checkout],
      });
      const next = async () => user.click(await button('Next'));

      await user.type(
        await screen.findByRole('textbox', { name: /^Name/ }),
        'sessions',
      );
      await user.type(
        screen.getByRole('textbox', { name: /Owner/ }),
        'group:default/identity',
      );
      await next();

      await user.click(
        await screen.findByRole('radio', { name: 'Session cache' }),
      );
      await next();

      await user.selectOptions(
        await screen.findByLabelText(/Primary region/),
        'region1',
      );
      await user.click(screen.getByRole('checkbox', { name: /Dublin/ }));
      await next();

      await user.click(
        await screen.findByRole('radio', { name: 'I know the numbers' }),
      );
      await user.type(screen.getByLabelText(/^Memory/), '1Gi');
      expect(
        screen.getByText(/^sessions: .* 1 GiB, .* files · .* differences/),
      ).toBeVisible();
      await next();

      await user.click(
        await screen.findByRole('textbox', {
          name: /Components that use the cache/,
        }),
      );
      await user.click(await screen.findByRole('option', { name: 'checkout' }));
      await next();

      await user.type(
        await screen.findByRole('textbox', { name: /Repository/ }),
        'github.com?owner=acme&repo=platform',
      );
      await next();

      await screen.findByRole('radiogroup', { name: 'Encryption' });
      await next();

      const files = await screen.findByRole('tablist', { name: 'Files' });
      expect(within(files).getAllByRole('tab').length).toBeGreaterThan(10);
      await user.click(await button('Review'));

      const create = await button('Create');
      const rows = screen
        .getAllByRole('row')
        .map(({ textContent }) => textContent);
      expect(rows).toEqual([
        'Namesessions',
        'Ownergroup:default/identity',
        'Use casesession-cache',
        'Primary regionregion1',
        expect.stringMatching(/^Other regionsregion2/),
        'Foldercaches',
        'Repositorygithub.com?owner=acme&repo=platform',
        expect.stringMatching(
          /^Cachesessions: primary in Frankfurt, replica in Dublin, 1 GiB/,
        ),
        'Consumerscomponent:default/checkout in namespace checkout',
        expect.stringMatching(
          /^OutputKubernetes objects, with kustomize; .*; No ApplicationSet$/,
        ),
        expect.stringMatching(/^Files\d+ in the folder "sessions"$/),
        expect.stringMatching(/^Differences from the ADR\d+, each with/),
        'Findings of the checksno findings',
      ]);

      await user.click(create);
      expect(onCreate).toHaveBeenCalledWith({
        name: 'sessions',
        owner: 'group:default/identity',
        useCase: { id: 'session-cache', policyRevision: REVISION },
        regions: { primary: 'region1', others: ['region2'] },
        sizing: { by: 'numbers', memory: '1Gi' },
        consumers: [
          { entityRef: 'component:default/checkout', namespace: 'checkout' },
        ],
        repoUrl: 'github.com?owner=acme&repo=platform',
        folder: 'caches',
        preview: {
          cache: expect.any(String),
          consumers: expect.any(String),
          output: expect.any(String),
          files: expect.any(String),
          differences: expect.any(String),
          findings: 'no findings',
        },
      });
    });
  },
);
