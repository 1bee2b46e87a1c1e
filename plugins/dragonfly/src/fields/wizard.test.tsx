import { renderInTestApp } from '@backstage/frontend-test-utils';
import { Stepper } from '@backstage/plugin-scaffolder-react/alpha';
import {
  SecretsContextProvider,
  TemplateParameterSchema,
} from '@backstage/plugin-scaffolder-react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DragonflyApi } from 'backstage-plugin-dragonfly-common';
import { dragonflyApi } from '../__fixtures__/dragonflyApi';
import {
  policyDocument,
  REVISION,
  policyRow,
  useCases,
} from '../__fixtures__/policyDocument';
import {
  RegionPicker,
  regionPickerValidation,
  UseCasePicker,
  useCasePickerValidation,
} from './index';

const manifest: TemplateParameterSchema = {
  title: 'Cache',
  steps: [
    {
      title: 'Purpose',
      schema: {
        required: ['useCase'],
        properties: {
          useCase: {
            type: 'object',
            title: 'What is it for?',
            'ui:field': 'DragonflyUseCasePicker',
          },
        },
      },
    },
    {
      title: 'Place',
      schema: {
        required: ['regions'],
        properties: {
          regions: {
            type: 'object',
            title: 'Where does it run?',
            'ui:field': 'DragonflyRegionPicker',
          },
        },
      },
    },
  ],
};

const extensions = [
  {
    name: 'DragonflyUseCasePicker',
    component: UseCasePicker,
    validation: useCasePickerValidation,
  },
  {
    name: 'DragonflyRegionPicker',
    component: RegionPicker,
    validation: regionPickerValidation,
  },
];

function renderWizard(overrides: Partial<DragonflyApi> = {}) {
  const onCreate = jest.fn(async () => {});
  renderInTestApp(
    <SecretsContextProvider>
      <Stepper
        manifest={manifest}
        extensions={extensions}
        onCreate={onCreate}
      />
    </SecretsContextProvider>,
    { apis: [dragonflyApi(overrides)] },
  );
  return { onCreate, user: userEvent.setup() };
}

const next = () => screen.getByRole('button', { name: 'Next' });
const review = () => screen.findByRole('button', { name: 'Review' });
const create = () => screen.findByRole('button', { name: 'Create' });

describe('the Create wizard', () => {
  it('offers every row of the policy with its meaning and line', async () => {
    const flags = policyRow({
      id: 'feature-flags',
      title: 'Feature flags',
      ttl: { seconds: 60, text: '1m' },
      line: 163,
    });
    renderWizard({
      getPolicy: async () =>
        policyDocument({ policy: { useCases: [...useCases, flags] } }),
    });
    const group = await screen.findByRole('radiogroup', {
      name: /What is it for/,
    });
    expect(within(group).getAllByRole('radio')).toHaveLength(4);
    expect(
      within(group).getByRole('radio', { name: 'Feature flags' }),
    ).toHaveAccessibleDescription(
      /TTL:\s?1m\s+Eviction:\s?LRU.*Disaster recovery:\s?needed.*from ADR line 163/,
    );
  });

  it('leads to the line of the policy when its address is known', async () => {
    renderWizard({
      getPolicy: async () =>
        policyDocument({
          source: 'https://github.com/acme/handbook/blob/main/adr.md',
        }),
    });
    expect(
      await screen.findByRole('link', { name: 'from ADR line 160' }),
    ).toHaveAttribute(
      'href',
      'https://github.com/acme/handbook/blob/main/adr.md?plain=1#L160',
    );
  });

  it('moves among the use cases with the arrow keys', async () => {
    const { user } = renderWizard();
    await user.click(
      await screen.findByRole('radio', { name: 'Session cache' }),
    );
    await user.keyboard('{ArrowDown}');
    const second = screen.getByRole('radio', { name: 'Rate limiting' });
    expect(second).toHaveFocus();
    expect(second).toBeChecked();
  });

  it('holds until a use case is chosen, and creates what was chosen', async () => {
    const { user, onCreate } = renderWizard();
    await screen.findByRole('radiogroup', { name: /What is it for/ });
    await user.click(next());
    expect(
      await screen.findAllByText(/Choose what the cache is for/),
    ).not.toHaveLength(0);

    await user.click(screen.getByRole('radio', { name: 'Session cache' }));
    await user.click(next());
    await user.selectOptions(
      await screen.findByLabelText(/Primary region/),
      'region2',
    );
    await user.click(await review());
    expect(
      await screen.findAllByText(/"Session cache" needs disaster recovery/),
    ).not.toHaveLength(0);

    const replicas = screen.getByRole('group', { name: 'Replica regions' });
    expect(within(replicas).queryByText(/Dublin/)).toBeNull();
    await user.click(
      within(replicas).getByRole('checkbox', { name: 'Frankfurt (region1)' }),
    );
    await user.click(await review());
    await user.click(await create());
    expect(onCreate).toHaveBeenCalledWith({
      useCase: { id: 'session-cache', policyRevision: REVISION },
      regions: { primary: 'region2', others: ['region1'] },
    });
  }, 20_000);

  it('asks for the topology where the policy leaves it open, by keyboard too', async () => {
    const { user, onCreate } = renderWizard();
    const optional = await screen.findByRole('radio', { name: 'API cache' });
    optional.focus();
    await user.keyboard(' ');
    const topology = await screen.findByRole('radiogroup', {
      name: 'Disaster recovery of API cache',
    });
    await user.click(next());
    expect(
      await screen.findAllByText(/choose whether the cache has a replica/),
    ).not.toHaveLength(0);

    within(topology)
      .getByRole('radio', { name: /Without disaster recovery/ })
      .focus();
    await user.keyboard(' ');
    await user.click(next());
    const regions = await screen.findByRole('group', { name: 'Regions' });
    await user.click(
      within(regions).getByRole('checkbox', { name: 'Dublin (region2)' }),
    );
    await user.click(
      within(regions).getByRole('checkbox', { name: 'Frankfurt (region1)' }),
    );
    await user.click(await review());
    await user.click(await create());
    expect(onCreate).toHaveBeenCalledWith({
      useCase: {
        id: 'api-cache',
        topology: 'independent',
        policyRevision: REVISION,
      },
      regions: { primary: 'region1', others: ['region2'] },
    });
  }, 20_000);

  it('warns of a policy that is not in force', async () => {
    renderWizard({
      getPolicy: async () =>
        policyDocument({
          policy: { status: { value: 'deprecated', line: 3 } },
        }),
    });
    expect(
      await screen.findByText(/Warning: The decision record .* is deprecated/),
    ).toBeVisible();
  });

  it('says when the policy cannot be had, and tries again', async () => {
    const getPolicy = jest
      .fn<Promise<ReturnType<typeof policyDocument>>, []>()
      .mockRejectedValueOnce(new TypeError('Failed to fetch'))
      .mockResolvedValue(policyDocument());
    const { user } = renderWizard({ getPolicy });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Could not load the caching policy: Failed to fetch',
    );
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('radio', { name: 'Session cache' }),
    ).toBeEnabled();
  });

  it('says when no region is configured', async () => {
    const document = policyDocument();
    const { user } = renderWizard({
      getPolicy: async () => ({
        ...document,
        settings: { ...document.settings, regions: [] },
      }),
    });
    await user.click(await screen.findByRole('radio', { name: 'API cache' }));
    await user.click(
      screen.getByRole('radio', { name: /Without disaster recovery/ }),
    );
    await user.click(next());
    expect(await screen.findByText(/No regions are configured/)).toBeVisible();
  });
});
