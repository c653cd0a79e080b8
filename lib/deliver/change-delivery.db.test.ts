import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ticketParticipants } from "@/db/schema/ticket";
import { as } from "@/db/testing/context";
import { approvedReply, messageIds, stateOf, worker } from "@/db/testing/deliveries";
import { type MailServer, mailServer } from "@/db/testing/mail-server";
import { newId } from "../platform/ids";
import { cancelDelivery, retryDelivery } from "./change-delivery";

let server: MailServer;
beforeEach(async () => {
  server = await mailServer();
});
afterEach(() => server.close());

/** A reply whose outcome nobody knows, and an admin. */
async function unknownReply() {
  const ctx = await worker({ SMTP_URL: server.url });
  const made = await approvedReply(ctx);
  server.answer({ drop: "data" });
  await made.send();
  server.answer({});
  const { delivery } = await stateOf(ctx, made.reply);
  const admin = { ...(await as(ctx, { role: "admin" })), queued: ctx.queued };
  return { ctx, ...made, admin, input: { deliveryId: delivery.id } };
}

describe("retryDelivery", () => {
  test("sends again with the same Message-ID, and the ticket is settled", async () => {
    const { ctx, reply, send, admin, input } = await unknownReply();
    expect(await retryDelivery(admin, input)).toEqual({ state: "queued" });
    expect(ctx.queued.at(-1)?.payload).toMatchObject({ messageId: reply.id });
    expect(await send()).toBe("sent by smtp");
    const [first, second] = messageIds(server.read);
    expect(second).toBe(first);
    expect(await stateOf(ctx, reply)).toMatchObject({
      delivery: { state: "sent", lastError: null },
      ticket: { status: "resolved", waitingSince: null },
    });
    await expect(retryDelivery(admin, input)).rejects.toMatchObject({
      code: "conflict",
      message: "This reply is sent already.",
    });
  });

  test("never goes to anybody else than it was written to", async () => {
    const { ctx, reply, ticket, admin, input } = await unknownReply();
    const { db } = ctx;
    await db.delete(ticketParticipants).where(eq(ticketParticipants.ticketId, ticket.id));
    await db.insert(ticketParticipants).values({ ticketId: ticket.id, email: "bob@example.net" });
    await expect(retryDelivery(admin, input)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("takes no part in this ticket"),
    });
    expect((await stateOf(ctx, reply)).delivery.state).toBe("unknown");
  });

  test("is for admins", async () => {
    const { ctx, reply, input } = await unknownReply();
    const reviewer = await as(ctx, { role: "reviewer" });
    await expect(retryDelivery(reviewer, input)).rejects.toMatchObject({ code: "forbidden" });
    await expect(cancelDelivery(reviewer, input)).rejects.toMatchObject({ code: "forbidden" });
    expect((await stateOf(ctx, reply)).delivery.state).toBe("unknown");
  });

  test("knows no other delivery", async () => {
    const { admin } = await unknownReply();
    await expect(retryDelivery(admin, { deliveryId: newId() })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("cancelDelivery", () => {
  test("stops a reply that waits", async () => {
    const ctx = await worker({ SMTP_URL: server.url });
    const { reply, send } = await approvedReply(ctx);
    server.answer({ rcpt: 450 });
    await send();
    server.answer({});
    const admin = await as(ctx, { role: "admin" });
    const { delivery } = await stateOf(ctx, reply);
    expect(await cancelDelivery(admin, { deliveryId: delivery.id })).toEqual({
      state: "cancelled",
    });
    expect(await send()).toBe("skipped: already cancelled");
    expect(server.read).toEqual([]);
    expect((await stateOf(ctx, reply)).told).toContain("delivery.changed");
  });
});
