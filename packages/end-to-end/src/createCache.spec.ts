import AxeBuilder from '@axe-core/playwright';
import { expect, Page, test } from '@playwright/test';
import { cacheOn, nodeOf, signIn } from './pages';
import { fleetControl } from './portal';

const NAME = 'carts';

/** Two polls of 2 s and the probe's timeout, and the time the page takes to ask again. */
const DETECTION_MS = 2 * 2_000 + 1_500 + 2_500;

/** Goes on to the next page of the wizard, which must break no accessibility rule. */
async function next(page: Page, button = 'Next') {
  const { violations } = await new AxeBuilder({ page })
    // The host's frame is not ours to judge.
    .include('form')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual(
    [],
  );
  await page.getByRole('button', { name: button }).click();
}

async function answerTheWizard(page: Page) {
  await page.goto('/create/templates/default/dragonfly-cache');

  // A name that is taken is refused while it is typed.
  const name = page.getByRole('textbox', { name: /^Name/ });
  await name.fill('sessions');
  await expect(
    page.getByRole('link', { name: 'resource:default/sessions' }),
  ).toBeVisible();
  await name.fill(NAME);
  await expect(page.getByText(`"${NAME}" is free.`)).toBeVisible();
  await page.getByLabel(/Owner/).first().fill('ident');
  await page.getByRole('option', { name: /Identity/ }).click();
  await next(page);

  const sessionCache = page.getByRole('radio', { name: 'Session cache' });
  await expect(sessionCache).toHaveAccessibleDescription(
    /TTL:\s?24h\s+Eviction:\s?LRU.*from ADR line \d+/,
  );
  await sessionCache.check();
  await next(page);

  await page
    .getByLabel(/Primary region/)
    .selectOption({ label: 'Frankfurt (region1)' });
  await page.getByRole('checkbox', { name: /Dublin/ }).check();
  await next(page);

  await page.getByRole('radio', { name: /from a few answers/ }).check();
  await page.getByLabel(/Data at its peak/).fill('200Mi');
  await page.getByLabel(/Writes per second/).fill('100');
  await page.getByLabel(/Longest cut/).fill('30');
  await page.getByLabel(/Round-trip time/).fill('20');
  await expect(
    page.getByRole('status', { name: 'What the cache needs' }),
  ).toContainText(/which covers a cut of \d+ s/);
  await next(page);

  await page
    .getByRole('textbox', { name: /Components that use the cache/ })
    .fill('check');
  await page.getByRole('option', { name: /checkout/ }).click();
  await expect(
    page.getByRole('textbox', { name: 'Namespace of checkout' }),
  ).toHaveValue(/checkout/);
  await next(page);

  await expect(
    page.getByRole('radio', { name: 'The Dragonfly operator' }),
  ).toBeDisabled();
  await next(page);

  // Every file is there before it is created.
  const files = page.getByRole('tablist', { name: 'Files' });
  await files.getByRole('tab', { name: 'base/stateful-set.yaml' }).click();
  await expect(
    page.getByRole('tabpanel', { name: 'base/stateful-set.yaml' }),
  ).toContainText(`name: ${NAME}`);
  await next(page, 'Review');

  await expect(page.getByRole('row', { name: /^Cache / })).toContainText(
    'primary in Frankfurt, replica in Dublin',
  );
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
      page
        .getByRole('listitem')
        .filter({ hasText: NAME })
        .filter({ hasText: 'Critical' })
        .first(),
    ).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 60_000 });

  await page.goto('/catalog/default/component/checkout');
  await expect(cacheOn(page, NAME)).toContainText('Critical');
});
