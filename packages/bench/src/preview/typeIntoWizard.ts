import { chromium, Page } from '@playwright/test';

/** Enough for a 95th percentile that is not the slowest key alone. */
const KEYS = 100;
/** Time between two keys of somebody who types quickly. */
const KEY_INTERVAL_MS = 120;

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

async function next(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Next' }).click();
}

/** Answers the wizard up to the page about the size, where every key changes what is generated. */
async function openSizing(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('button', { name: 'Enter' }).click();
  await page.getByRole('link', { name: 'Create' }).first().waitFor();
  await page.goto(`${url}/create/templates/default/dragonfly-cache`);
  await page.getByRole('textbox', { name: /^Name/ }).fill('bench');
  await page.getByText('"bench" is free.').waitFor();
  await page.getByLabel(/Owner/).first().fill('ident');
  await page.getByRole('option', { name: /Identity/ }).click();
  await next(page);
  await page.getByRole('radio', { name: 'Session cache' }).check();
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
}

/**
 * Types into the wizard of a running portal and reads how long each key took until its preview was in the document.
 *
 * @returns milliseconds, one for each key that changed the preview
 */
export async function typeIntoWizard(url: string): Promise<number[]> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ARGUMENTS,
  });
  try {
    const page = await browser.newPage();
    await openSizing(page, url);
    const writes = page.getByLabel(/Writes per second/);
    await writes.focus();
    await page.evaluate(() => performance.clearMeasures('dragonfly-preview'));
    for (let key = 0; key < KEYS; key++) {
      // Digits in turn, and back: every key leaves another number behind.
      await page.keyboard.press(key % 2 === 0 ? String(key % 10) : 'Backspace');
      await page.waitForTimeout(KEY_INTERVAL_MS);
    }
    return await page.evaluate(() =>
      performance
        .getEntriesByName('dragonfly-preview')
        .map(({ duration }) => duration),
    );
  } finally {
    await browser.close();
  }
}
