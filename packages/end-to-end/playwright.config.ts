import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';
import { portal } from './src/portal';

/** Starts the portal with the command a user types, and drives it in Debian's Chromium. */
export default defineConfig({
  testDir: './src',
  testMatch: '**/*.spec.ts',
  outputDir: resolve(__dirname, '../../.test-results/browser'),
  // One portal, whose servers the tests break: one after the other.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json']],
  use: {
    baseURL: portal.url,
    viewport: { width: 1400, height: 1000 },
    actionTimeout: 20_000,
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: 'node ../launcher/start.mjs',
    cwd: __dirname,
    url: `${portal.url}/.backstage/health/v1/readiness`,
    env: { PORT: String(portal.port), DEMO_DIRECTORY: portal.directory },
    reuseExistingServer: false,
    timeout: 300_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    stdout: 'pipe',
  },
});
