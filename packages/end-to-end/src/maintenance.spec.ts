import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { cacheOn, signIn } from './pages';

const NAME = 'rate-limits';

test('a maintenance is declared, is seen on a page that was open, and is ended', async ({
  page,
}) => {
  await signIn(page);
  const overview = await page.context().newPage();
  await overview.goto('/');
  await expect(cacheOn(overview, NAME)).toBeVisible();

  await page.goto(`/catalog/default/resource/${NAME}/cache`);
  await page.getByRole('button', { name: 'Start maintenance…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('textbox', { name: 'Minutes' })).toBeFocused();
  const { violations } = await new AxeBuilder({ page })
    .include('[role="dialog"]')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual(
    [],
  );
  await dialog.getByRole('textbox', { name: 'Minutes' }).fill('25');
  await dialog
    .getByRole('textbox', { name: 'Note' })
    .fill('Moves to other machines');
  await dialog.getByRole('button', { name: 'Start' }).click();

  const notice = page.getByText('Notifications to the owner are muted.');
  await expect(notice).toContainText('Moves to other machines');
  await expect(cacheOn(overview, NAME)).toContainText('maintenance until');

  await page.getByRole('button', { name: 'End maintenance' }).click();
  await expect(notice).toBeHidden();
  await expect(cacheOn(overview, NAME)).not.toContainText('maintenance until');
  await expect(
    page.getByText('has ended the maintenance').first(),
  ).toBeVisible();
});
