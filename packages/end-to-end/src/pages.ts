import { expect, Locator, Page } from '@playwright/test';

/** Opens the portal and signs in as its guest. */
export async function signIn(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: 'Enter' }).click();
  await expect(
    page.getByRole('link', { name: 'Create' }).first(),
  ).toBeVisible();
}

/** What a page says of one cache: its card, or its part of a card. */
export function cacheOn(page: Page, name: string): Locator {
  return page.getByRole('region', { name: `Cache ${name}`, exact: true });
}

/** What a cache's part of a card says of one node. */
export function nodeOf(cache: Locator, region: string): Locator {
  return cache.getByRole('listitem').filter({ hasText: `${region}: ` });
}
