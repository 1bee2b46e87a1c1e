const TICK_MS = 15_000;

/** Seconds with one decimal, for people. */
export function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/**
 * Runs one stage of a command and says how long it took. A stage that is silent for a while says that it still
 * works, so that nobody wonders whether to press Ctrl-C.
 */
export async function stage(title, work) {
  const startedAt = Date.now();
  process.stdout.write(`- ${title} ...\n`);
  const ticker = setInterval(() => {
    process.stdout.write(
      `  ${title}: still working, ${seconds(Date.now() - startedAt)}\n`,
    );
  }, TICK_MS);
  try {
    const result = await work();
    process.stdout.write(
      `- ${title}: done in ${seconds(Date.now() - startedAt)}\n`,
    );
    return result;
  } catch (error) {
    process.stdout.write(
      `- ${title}: failed after ${seconds(Date.now() - startedAt)}\n`,
    );
    throw error;
  } finally {
    clearInterval(ticker);
  }
}

/** An error whose message is all the user needs; it is printed without a stack. */
export class UserError extends Error {}

/** Runs a command's main function and turns its failure into a message and an exit code. */
export async function runCommand(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    process.stderr.write(
      error instanceof UserError
        ? `\n${error.message}\n`
        : `\n${error instanceof Error ? error.stack : error}\n`,
    );
    process.exitCode = 1;
  }
}
