import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { cacheOn, signIn } from './pages';

test.beforeEach(async ({ page }) => {
  await signIn(page);
});

test('healthy, degraded and critical caches are on the first page', async ({
  page,
}) => {
  for (const [name, verdict, words] of [
    ['sessions', 'Healthy', 'link up'],
    ['rate-limits', 'Healthy', 'no copy needed'],
    ['product-responses', 'Degraded', 'behind'],
    ['flags', 'Critical', 'link down'],
  ]) {
    await expect(cacheOn(page, name)).toContainText(verdict);
    await expect(cacheOn(page, name)).toContainText(words);
  }
});

test('a service shows a line for each cache it depends on', async ({
  page,
}) => {
  await page.goto('/catalog/default/component/checkout');
  for (const name of [
    'sessions',
    'rate-limits',
    'product-responses',
    'flags',
  ]) {
    await expect(cacheOn(page, name)).toContainText(/MiB of .* used/);
  }
});

test('the Cache tab says who acts and what to do next', async ({ page }) => {
  await page.goto('/catalog/default/resource/flags/cache');
  const main = page.getByRole('article').first();
  await expect(main).toContainText('LINK_DOWN');
  await expect(main).toContainText('Who acts');
  await expect(
    page.getByRole('grid', { name: 'Nodes of flags' }),
  ).toContainText('region2');
});

test('search finds a cache by its team and shows its health as it is now', async ({
  page,
}) => {
  await expect(async () => {
    await page.goto('/search?query=experimentation');
    await expect(
      page
        .getByRole('listitem')
        .filter({ hasText: 'flags' })
        .filter({ hasText: 'Critical' }),
    ).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 60_000 });
});

for (const [what, path] of [
  ['the first page', '/'],
  ['the card of a service', '/catalog/default/component/checkout'],
  ['the Cache tab', '/catalog/default/resource/flags/cache'],
]) {
  test(`${what} breaks no accessibility rule`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByText('Critical').first()).toBeVisible();
    const { violations } = await new AxeBuilder({ page })
      // The host's frame is not ours to judge.
      .include('[aria-label^="Cache "], [aria-label^="Nodes of "], article')
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
      .analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`),
    ).toEqual([]);
  });
}
