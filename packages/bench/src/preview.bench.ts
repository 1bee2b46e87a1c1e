/**
 * How long somebody who types in the wizard waits for the preview of every file, in a real Chromium on the whole portal; and
 * what the files of a hundred caches cost.
 */
import { reportClaims } from './claims';
import { renderHundredCaches } from './preview/renderHundredCaches';
import { startPortal } from './preview/startPortal';
import { typeIntoWizard } from './preview/typeIntoWizard';

const PORT = 7217;

function percentile(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

async function main() {
  const hundred = renderHundredCaches();
  const portal = await startPortal(PORT);
  try {
    const durations = (await typeIntoWizard(portal.url)).sort((a, b) => a - b);
    if (durations.length === 0) {
      throw new Error('No key led to another preview; nothing was measured.');
    }
    process.stdout.write(
      `${durations.length} keys: median ${percentile(durations, 0.5).toFixed(1)} ms, p95 ${percentile(durations, 0.95).toFixed(1)} ms, slowest ${durations[durations.length - 1].toFixed(1)} ms\n`,
    );
    reportClaims([
      {
        name: 'key press to updated preview in Chromium, median',
        measured: percentile(durations, 0.5),
        target: 50,
        unit: 'ms',
      },
      {
        name: 'key press to updated preview in Chromium, p95',
        measured: percentile(durations, 0.95),
        target: 50,
        unit: 'ms',
      },
      {
        name: 'every file of 100 caches',
        measured: hundred,
        target: 1000,
        unit: 'ms',
      },
    ]);
  } finally {
    await portal.stop();
  }
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
