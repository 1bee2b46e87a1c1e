import { Entity } from '@backstage/catalog-model';
import { screen, waitFor, within } from '@testing-library/react';
import { answers } from '../__testUtils__/answers';
import { renderWizard } from '../__testUtils__/renderWizard';

function component(name: string, annotations?: Record<string, string>): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', annotations },
    spec: { type: 'service' },
  };
}

const page = {
  pages: ['Consumers'],
  values: answers,
  entities: [
    component('checkout', {
      'backstage.io/kubernetes-namespace': 'shop-checkout',
    }),
    component('check_in'),
    component('web'),
  ],
};
const search = () =>
  screen.findByRole('textbox', { name: /Components that use the cache/ });
const review = () => screen.findByRole('button', { name: 'Review' });

function onlyOption(name: string) {
  return waitFor(() => {
    const options = screen.getAllByRole('option');
    expect(options.map(({ textContent }) => textContent)).toEqual([name]);
  });
}

describe('DragonflyConsumers', () => {
  it('adds and removes components by keyboard alone', async () => {
    const { user, onCreate } = await renderWizard(page);
    await user.click(await search());
    await user.keyboard('checko');
    await onlyOption('checkout');
    await user.keyboard('{Enter}');
    expect(
      await screen.findByRole('textbox', { name: 'Namespace of checkout' }),
    ).toHaveValue('shop-checkout');

    await user.keyboard('web');
    await onlyOption('web');
    await user.keyboard('{Enter}');
    const list = await screen.findByRole('list', { name: 'Consumers' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(2);

    within(list).getByRole('button', { name: 'Remove checkout' }).focus();
    await user.keyboard('{Enter}');
    expect(within(list).getAllByRole('listitem')).toHaveLength(1);
    expect(await search()).toHaveFocus();

    await user.click(await review());
    await user.click(await screen.findByRole('button', { name: 'Create' }));
    expect(onCreate).toHaveBeenCalledWith({
      ...answers,
      consumers: [{ entityRef: 'component:default/web', namespace: 'web' }],
    });
  });

  it('stays on the page when Enter finds nothing', async () => {
    const { user } = await renderWizard(page);
    await user.click(await search());
    await user.keyboard('nothing of the kind');
    await screen.findByText('No other component of this name');
    await user.keyboard('{Enter}');
    expect(await search()).toHaveFocus();
    expect(screen.queryByRole('button', { name: 'Create' })).toBeNull();
  });

  it('offers no component twice', async () => {
    const { user } = await renderWizard({
      ...page,
      values: {
        ...answers,
        consumers: [{ entityRef: 'component:default/web', namespace: 'web' }],
      },
    });
    await user.click(await search());
    expect(
      (await screen.findAllByRole('option')).map(
        ({ textContent }) => textContent,
      ),
    ).toEqual(['check_in', 'checkout']);
  });

  it('asks for a namespace that Kubernetes takes', async () => {
    const { user } = await renderWizard(page);
    await user.click(await search());
    await user.click(await screen.findByRole('option', { name: 'check_in' }));
    const namespace = await screen.findByRole('textbox', {
      name: 'Namespace of check_in',
    });
    expect(namespace).toHaveValue('check_in');
    expect(namespace).toBeInvalid();
    expect(namespace.closest('li')).toHaveTextContent(
      /expected a Kubernetes namespace/,
    );

    await user.clear(namespace);
    await user.click(await review());
    expect(
      await screen.findAllByText(
        'State the namespace that "component:default/check_in" runs in.',
      ),
    ).not.toHaveLength(0);

    await user.type(namespace, 'airport');
    await user.click(await review());
    expect(await screen.findByRole('button', { name: 'Create' })).toBeVisible();
  });
});
