import { screen, waitFor } from '@testing-library/react';
import { cacheEntity, databaseEntity } from '../../__fixtures__/entities';
import { renderWizard } from '../__testUtils__/renderWizard';

const page = { pages: ['Cache'], entities: [cacheEntity(), databaseEntity()] };
const nameField = () => screen.findByRole('textbox', { name: /Name/ });

describe('DragonflyCacheName', () => {
  it.each`
    situation                     | typed               | words
    ${'free'}                     | ${'carts'}          | ${'"carts" is free.'}
    ${'that of a cache'}          | ${'sessions'}       | ${'"sessions" is taken by resource:default/sessions (owner: group:default/identity)'}
    ${'that of another resource'} | ${'orders'}         | ${'"orders" is taken by resource:default/orders'}
    ${'no label'}                 | ${'Carts'}          | ${'Field "name" is "Carts"; expected a DNS label'}
    ${'kept for an object'}       | ${'sessions-write'} | ${'a name that does not end with "-write"'}
  `('says of a name that is $situation', async ({ typed, words }) => {
    const { user } = await renderWizard(page);
    const field = await nameField();
    await user.type(field, typed);
    await waitFor(() =>
      expect(field).toHaveAccessibleDescription(expect.stringContaining(words)),
    );
  });

  it('leads to whoever has the name, in a tab of its own', async () => {
    const { user } = await renderWizard(page);
    await user.type(await nameField(), 'sessions');
    const link = await screen.findByRole('link', {
      name: 'resource:default/sessions',
    });
    expect(link).toHaveAttribute('href', '/catalog/default/resource/sessions');
    expect(link).toHaveAttribute('target', '_blank');
  });

  it('finds a cache whose entity is called otherwise', async () => {
    const other = cacheEntity('logins');
    other.metadata.annotations = { 'dragonflydb.io/cache': 'carts' };
    const { user } = await renderWizard({ ...page, entities: [other] });
    await user.type(await nameField(), 'carts');
    expect(
      await screen.findByRole('link', { name: 'resource:default/logins' }),
    ).toBeVisible();
  });

  it('holds the wizard, even before the look-up is done', async () => {
    const { user, onCreate } = await renderWizard({
      ...page,
      values: { owner: 'group:default/identity' },
    });
    await user.type(await nameField(), 'sessions');
    await user.click(screen.getByRole('button', { name: 'Review' }));
    expect(
      await screen.findAllByText(
        /"sessions" is taken by resource:default\/sessions .* Choose another name/,
      ),
    ).not.toHaveLength(0);

    await user.clear(await nameField());
    await user.type(await nameField(), 'carts');
    await user.click(screen.getByRole('button', { name: 'Review' }));
    await user.click(await screen.findByRole('button', { name: 'Create' }));
    expect(onCreate).toHaveBeenCalledWith({
      name: 'carts',
      owner: 'group:default/identity',
    });
  });
});
