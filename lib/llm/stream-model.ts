import type { Context } from "../platform/context";
import { requestBy } from "./ask-model";
import type { ModelRequest, Said, Streamed } from "./request";
import { streamOnce } from "./try-once";

/**
 * The same as `askModel`, with the answer as it grows. It is asked at once, whether anybody reads
 * the parts or not; a slow reader gets the newest only, as each holds all that is known.
 */
export function streamModel<T>(ctx: Context, request: ModelRequest<T>): Streamed<T> {
  const newest = makeNewest<unknown>();
  const said: Promise<Said<T>> = requestBy(
    // The mask is the call's own, so partial answers are put right where it is known.
    (ask) => streamOnce((partial) => newest.put(ask.call.mask.showPartial(partial)))(ask),
    ctx,
    request,
  ).finally(newest.end);
  said.catch(() => undefined); // who awaits it sees it; who only reads the parts must not crash
  return { parts: newest.values, said };
}

/** Hands the newest value to one reader, and forgets what was not read in time. */
function makeNewest<V>() {
  let held: { value: V } | null = null;
  let ended = false;
  let wake: () => void = () => undefined;
  async function* values(): AsyncGenerator<V> {
    while (true) {
      const now = held;
      held = null;
      if (now) yield now.value;
      else if (ended) return;
      else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  }
  return {
    values: values(),
    put(value: V) {
      held = { value };
      wake();
    },
    end() {
      ended = true;
      wake();
    },
  };
}
