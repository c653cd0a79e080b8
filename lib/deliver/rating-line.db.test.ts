import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { messages, tickets } from "@/db/schema/ticket";
import { approvedReply, stateOf, worker } from "@/db/testing/deliveries";
import { ratingUrl } from "../csat";
import { writeSetting } from "../desk";
import { deliverReply } from "./deliver-reply";

/** Of quoted-printable, what the customer reads. */
const readable = (raw: string | null) =>
  (raw ?? "")
    .replace(/=\r\n/g, "")
    .replace(/=3D/g, "=")
    .replace(/=C3=A9/g, "é");

async function asking(on = true) {
  const ctx = await worker();
  await writeSetting(ctx.db, "csat.ask", on, ctx.now());
  return ctx;
}

test("a reply that resolves ends with the link, and its message stays as it was", async () => {
  const ctx = await asking();
  const reply = await approvedReply(ctx);
  await reply.send();

  const { delivery, message } = await stateOf(ctx, reply.reply);
  const url = ratingUrl(ctx.env, { ticketId: reply.ticket.id, messageId: message.id });
  expect(readable(delivery.raw)).toContain(
    `Please sign in again.\r\n\r\nHow was this answer? ${url}`,
  );
  expect(message.text).toBe("Please sign in again.");
});

test("it asks in the customer's language", async () => {
  const ctx = await asking();
  const reply = await approvedReply(ctx);
  await ctx.db.update(messages).set({ language: "fr" }).where(eq(messages.id, reply.message.id));
  await reply.send();
  const { delivery } = await stateOf(ctx, reply.reply);
  expect(readable(delivery.raw)).toContain("Que pensez-vous de cette réponse ? http");
});

test("nobody is asked where the desk does not ask, of the demo, or before it is resolved", async () => {
  const off = await asking(false);
  const first = await approvedReply(off);
  await first.send();
  expect((await stateOf(off, first.reply)).delivery.raw).not.toContain("/rate/");

  await writeSetting(off.db, "csat.ask", true, off.now());
  const second = await approvedReply(off);
  await deliverReply.run(off, { ...second.payload, thenStatus: "pending_customer" });
  expect((await stateOf(off, second.reply)).delivery.raw).not.toContain("/rate/");

  const demo = await approvedReply(off);
  await off.db.update(tickets).set({ demo: true }).where(eq(tickets.id, demo.ticket.id));
  await demo.send();
  expect((await stateOf(off, demo.reply)).delivery.raw ?? "").not.toContain("/rate/");
});
