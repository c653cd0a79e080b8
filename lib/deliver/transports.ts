import { Webhook } from "standardwebhooks";
import { replySecrets } from "../channel";
import type { Context } from "../platform/context";
import { ticketById } from "../ticket";
import { retryAfter } from "./backoff";
import { sender } from "./compose-reply";
import { oneLine, type Sent } from "./model";
import type { Outgoing } from "./outgoing";
import { type PostResult, postJson } from "./post-json";
import { sendMail } from "./send-mail";
import { beginSending } from "./store";

/** Hands the stored bytes over, by the delivery's transport. Never called inside a transaction. */
export function handOver(ctx: Context, outgoing: Outgoing, stale?: Date): Promise<Sent> {
  switch (outgoing.delivery.transport) {
    case "smtp":
      return byMail(ctx, outgoing);
    case "webhook":
      return byCall(ctx, outgoing, stale);
    case "outbox":
      return Promise.resolve({ kind: "sent", response: { kept: "outbox" } });
    case "pull":
      return Promise.resolve({ kind: "sent", response: { kept: "pull" } });
  }
}

/** `sending` is set when the server is ready for the message, so `queued` means: nothing has left. */
async function byMail(ctx: Context, { delivery, ticket }: Outgoing): Promise<Sent> {
  const { SMTP_URL } = ctx.env;
  if (ticket.demo) return { kind: "refused", error: "Demo tickets never leave." };
  if (!SMTP_URL || delivery.raw === null) {
    return { kind: "refused", error: "No mail server is set any more." };
  }
  const from = (await sender(ctx)).address;
  const mail = { from, to: delivery.destination, raw: delivery.raw };
  return sendMail(SMTP_URL, mail, async () =>
    Boolean(await beginSending(ctx.db, delivery.id, ctx.now())),
  );
}

/** `sending` is set before the call: a repeated call carries the same id, so receivers drop it. */
async function byCall(
  ctx: Context,
  { delivery, ticket }: Outgoing,
  stale: Date | undefined,
): Promise<Sent> {
  // The one whose URL it is: a merge may have brought the reply into a ticket of another.
  const { connectionId } =
    delivery.ticketId === ticket.id ? ticket : await ticketById(ctx.db, delivery.ticketId);
  const secrets = connectionId ? await replySecrets(ctx, connectionId) : [];
  const { raw, stableId } = delivery;
  if (secrets.length === 0 || raw === null) {
    return { kind: "refused", error: "The connection is gone." };
  }
  if (!(await beginSending(ctx.db, delivery.id, ctx.now(), stale))) return { kind: "taken" };
  const at = new Date(); // receivers compare it with their own clock
  const answer = await postJson({
    url: delivery.destination,
    body: raw,
    headers: {
      "content-type": "application/json",
      "user-agent": "Deskhand",
      "webhook-id": stableId,
      "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
      "webhook-signature": secrets
        .map((secret) => new Webhook(secret).sign(stableId, at, raw))
        .join(" "),
    },
    allowPrivate: ctx.env.WEBHOOK_ALLOW_PRIVATE,
  });
  if (answer.kind === "refused") return answer;
  if (answer.kind === "unreachable") {
    return { kind: "later", error: answer.error, unreachable: true };
  }
  return judge(answer, ctx.now());
}

/** Characters of an answer that are kept. */
const KEPT = 1_000;

/** Statuses below 500 that ask to come again. */
const COME_AGAIN = new Set([408, 425, 429]);

type Answered = Extract<PostResult, { kind: "answered" }>;

function judge({ status, body, retryAfter: asked }: Answered, now: Date): Sent {
  if (status >= 200 && status < 300) {
    return { kind: "sent", response: { status, body: oneLine(body, KEPT) } };
  }
  const words = oneLine(body).slice(0, 120);
  const said = `The other system answered ${status}${words ? `: ${words}` : ""}.`;
  if (status >= 300 && status < 400) {
    return { kind: "refused", error: `${said} Redirects are not followed.` };
  }
  if (status < 500 && !COME_AGAIN.has(status)) return { kind: "refused", error: said };
  return { kind: "later", error: said, notBefore: retryAfter(asked, now) };
}
