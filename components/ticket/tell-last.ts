/** Told again so often where the desk could not be reached. */
const TRIES = 3;
const AGAIN_MS = 2_000;

/** Tells what is the case now. `told`: what the desk was told before; null: it is not known. */
type Tell<S> = (now: S, told: S | null) => Promise<unknown>;

/**
 * Tells the desk what is the case, one thing at a time: two that are on their way at once may arrive
 * in either order. What has changed meanwhile is told next. The last word always gets there, and is
 * said again where it was lost; what it has overtaken is left out.
 */
export function tellLast<S>(first: S, tell: Tell<S>): (now: S) => void {
  let told: S | null = first;
  let next: { now: S } | null = null;
  let busy = false;

  async function attempt(now: S): Promise<void> {
    for (let tries = 1; next === null; tries++) {
      try {
        await tell(now, told);
        told = now;
        return;
      } catch {
        told = null; // the desk may have heard it, or not
        if (tries === TRIES) return;
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
      }
    }
  }

  return (now) => {
    next = { now };
    if (busy) return;
    busy = true;
    void (async () => {
      while (next) {
        const { now: last } = next;
        next = null;
        await attempt(last);
      }
      busy = false;
    })();
  };
}
