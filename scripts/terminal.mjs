/** What people see on the terminal while the desk starts. */

/** Ends the process with one sentence: what is wrong, and the way out. */
export function fail(sentence) {
  process.stderr.write(`\n${sentence}\n`);
  process.exit(1);
}

/**
 * Runs one step and says how long it took: "Building… done in 12 s".
 * On a terminal the seconds count while it runs.
 */
export async function step(title, work) {
  const started = Date.now();
  const seconds = () => `${Math.max(1, Math.round((Date.now() - started) / 1000))} s`;
  const live = process.stdout.isTTY;
  process.stdout.write(`${title}…`);
  const ticker = live && setInterval(() => process.stdout.write(`\r${title}… ${seconds()}`), 1_000);
  try {
    const result = await work();
    process.stdout.write(`${live ? `\r${title}…` : ""} done in ${seconds()}\n`);
    return result;
  } catch (error) {
    process.stdout.write(`${live ? `\r${title}…` : ""} failed after ${seconds()}\n`);
    throw error;
  } finally {
    if (ticker) clearInterval(ticker);
  }
}
