const EVERY_MS = 1000;
/** In a log each line stays, so there are fewer of them. */
const EVERY_MS_IN_LOGS = 10_000;

/**
 * Says on stderr how far something has come, about once a second on a terminal.
 *
 * @param of how many there are
 * @returns call it with how many are done
 */
export function progress(name: string, of: number): (done: number) => void {
  const live = process.stderr.isTTY === true;
  let next = performance.now() + EVERY_MS;
  let shown = false;
  return (done) => {
    const now = performance.now();
    const last = done >= of;
    if (now < next && !(last && shown)) return;
    next = now + (live ? EVERY_MS : EVERY_MS_IN_LOGS);
    shown = true;
    const words = `${name}: ${done} of ${of}`;
    process.stderr.write(live ? `\r${words}\u001b[K${last ? "\n" : ""}` : `${words}\n`);
  };
}
