import { expect, Page, test } from '@playwright/test';
import { cacheOn, nodeOf, signIn } from './pages';
import { fleetControl } from './portal';

const NAME = 'carts';

/** Two polls of 2 s and the probe's timeout, and the time the page takes to ask again. */
const DETECTION_MS = 2 * 2_000 + 1_500 + 2_500;

async function answerTheWizard(page: Page) {
  await page.goto('/create');
  await page.getByRole('button', { name: 'Choose' }).click();
  await page.getByLabel('Name').first().fill(NAME);
  await page.getByLabel(/Owner/).first().fill('ident');
  await page.getByRole('option', { name: /Identity/ }).click();
  await page.getByRole('button', { name: 'Next' }).click();

  const sessionCache = page.getByRole('radio', { name: /Session cache/ });
  await expect(page.getByText(/TTL 24h · LRU.*ADR line \d+/)).toBeVisible();
  await sessionCache.check();
  await page.getByRole('button', { name: 'Next' }).click();

  await page
    .getByLabel(/Primary region/)
    .selectOption({ label: 'Frankfurt (region1)' });
  await page.getByRole('checkbox', { name: /Dublin/ }).check();
  await page.getByRole('button', { name: 'Next' }).click();

  await page.getByLabel(/Components that use the cache/).fill('check');
  await page.getByRole('option', { name: /checkout/ }).click();
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Create' }).click();
}

test('a session cache goes from the wizard to a live card, and its dead primary is named', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await signIn(page);
  await answerTheWizard(page);

  // The task runs to its end and leads to the new entity.
  const toEntity = page.getByRole('link', { name: 'Cache in the catalog' });
  await expect(toEntity).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('Your cache is running').first()).toBeVisible();
  await toEntity.click();

  const cache = cacheOn(page, NAME);
  await expect(cache).toContainText('Healthy', { timeout: 60_000 });
  await expect(nodeOf(cache, 'region1')).toContainText('primary');
  await expect(nodeOf(cache, 'region2')).toContainText('link up');
  await expect(nodeOf(cache, 'region2')).toContainText(/behind, ±/);

  // The consumer's page shows it as well.
  await fleetControl().kill(NAME, 'region1');
  await expect(cache).toContainText('Critical', { timeout: DETECTION_MS });
  await expect(cache).toContainText('The primary in region1');
  await expect(nodeOf(cache, 'region2')).toContainText(
    /answered \d+(\.\d)? (m?s) ago/,
  );
  await page
    .getByRole('tab', { name: 'Cache' })
    .or(page.getByRole('link', { name: 'Cache', exact: true }))
    .first()
    .click();
  await expect(page.getByText('UNREACHABLE').first()).toBeVisible();

  await expect(async () => {
    await page.goto(`/search?query=${NAME}`);
    await expect(
      page.getByRole('listitem').filter({ hasText: NAME }).first(),
    ).toContainText('Critical', { timeout: 5_000 });
  }).toPass({ timeout: 60_000 });

  await page.goto('/catalog/default/component/checkout');
  await expect(cacheOn(page, NAME)).toContainText('Critical');
});
