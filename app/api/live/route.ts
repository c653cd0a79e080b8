import { toldPerson } from "@/lib/event";
import { listenLive } from "@/lib/inbox";
import type { Context } from "@/lib/platform/context";
import { apiRoute } from "@/lib/platform/http";
import { toPublicId } from "@/lib/platform/ids";
import { contextFromSession, contextOfSession } from "@/lib/platform/session";
import { desk } from "@/lib/platform/tools";
import { TICKET_PREFIX } from "@/lib/ticket/model";

export const dynamic = "force-dynamic";

/** How often the session is looked at again, and the line is kept warm. */
const CHECK_MS = 30_000;

/** A change is told only to those whose session was looked at so recently. */
const FRESH_MS = 2_000;

const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/**
 * GET /api/live: server-sent events. First `ready` with `{"build":"…"}`, then `change` with
 * `{"ticket":"t_…"}`, or `{}` when anything may have changed; `own` with `{}` when something is new
 * for this person alone. Ends when the session does.
 *
 * Changes come in the order of their commits, from every process. Nothing is replayed: whoever
 * comes back (with Last-Event-ID) is told first that anything may have changed, and by then this
 * process already listens, so no change falls between.
 */
export const GET = apiRoute(async (request) => {
  const ctx = await contextFromSession();
  const again = request.headers.get("last-event-id") !== null;
  return new Response(await liveStream(ctx, request.signal, again), {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
});

async function liveStream(
  ctx: Context,
  signal: AbortSignal,
  again: boolean,
): Promise<ReadableStream<Uint8Array>> {
  const { database, build } = await desk();
  const encoder = new TextEncoder();
  // Abort and cancel both fire when a browser leaves; either may come first or alone.
  let stop = () => {};
  let left = false;
  return new ReadableStream({
    async start(controller) {
      let open = true;
      let sent = 0;
      const send = (text: string) => {
        if (open) controller.enqueue(encoder.encode(text));
      };
      const event = (name: string, data: object) =>
        send(`id: ${++sent}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
      let checked = Date.now();
      const tell = async (payload: string | null) => {
        const person = toldPerson(payload);
        if (person && !isPerson(ctx, person)) return;
        if (Date.now() - checked > FRESH_MS) {
          checked = Date.now();
          if (!(await stillSignedIn(ctx))) return stop();
        }
        if (person) event("own", {});
        else event("change", changeOf(payload));
      };
      const stopListening = await listenLive(database, (payload) => void tell(payload));
      const timer = setInterval(async () => {
        if (await stillSignedIn(ctx)) send(": still here\n\n");
        else stop();
      }, CHECK_MS);
      stop = () => {
        if (!open) return;
        open = false;
        stopListening();
        clearInterval(timer);
        if (!left) controller.close();
      };
      signal.addEventListener("abort", () => stop(), { once: true });
      if (signal.aborted) stop();
      send("retry: 2000\n");
      event("ready", { build });
      if (again) event("change", {});
    },
    cancel() {
      left = true; // a cancelled stream is closed already
      stop();
    },
  });
}

const isPerson = ({ actor }: Context, id: string) =>
  actor.type === "person" && actor.personId === id;

const changeOf = (payload: string | null) =>
  payload && UUID.test(payload) ? { ticket: toPublicId(TICKET_PREFIX, payload) } : {};

/** A database that is away for a moment signs nobody out. */
async function stillSignedIn(ctx: Context): Promise<boolean> {
  if (ctx.actor.type !== "person") return false;
  try {
    return (await contextOfSession(ctx, ctx.actor.sessionId)) !== null;
  } catch {
    return true;
  }
}
