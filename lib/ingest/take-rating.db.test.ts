import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { ratings } from "@/db/schema/csat";
import { deliveries } from "@/db/schema/deliver";
import { events } from "@/db/schema/event";
import { messages } from "@/db/schema/ticket";
import { as, makeContext, onPostgres, type TestContext } from "@/db/testing/context";
import { makeTicket } from "@/db/testing/make";
import { conversationToken } from "../channel";
import { ratingUrl, replyOfLink } from "../csat";
import { RATE_DAYS, RATINGS_MAX, type RatingLink } from "../csat/model";
import { readRatingPage, readTicket } from "../inbox";
import { requireScope } from "../platform/context";
import { newId, toPublicId } from "../platform/ids";
import { addMessage } from "../ticket";
import { rateByLink, rateInConversation } from "./take-rating";

const DAY = 86_400_000; // ms

/** A reply that has left, and the link that it carries. */
async function answered(ctx: TestContext, connectionId?: string) {
  const { ticket, message } = await makeTicket(ctx, { ...(connectionId && { connectionId }) });
  const reply = await addMessage(ctx, {
    ticketId: ticket.id,
    author: "ai",
    public: true,
    text: "Sign in again.",
    createdAt: ctx.now(),
  });
  await ctx.db.insert(deliveries).values({
    id: newId(),
    ticketId: ticket.id,
    messageId: reply.id,
    transport: "outbox",
    destination: "mina@example.org",
    stableId: `<${reply.id}@desk.test>`,
    state: "sent",
    sentAt: ctx.now(),
  });
  const url = new URL(ratingUrl(ctx.env, { ticketId: ticket.id, messageId: reply.id }));
  const [, , ticketId = "", messageId = ""] = url.pathname.split("/");
  const link: RatingLink = {
    ticket: ticketId,
    message: messageId,
    t: url.searchParams.get("t") ?? "",
  };
  return { ticket, asked: message, reply, link };
}

const customer = () => makeContext({ actor: { type: "system", name: "customer" } });
const stored = (ctx: TestContext) => ctx.db.select().from(ratings);
const told = (ctx: TestContext) =>
  ctx.db.select().from(events).where(eq(events.type, "csat.received"));

describe("the link in a reply", () => {
  test("takes a rating, and another word later replaces it", async () => {
    const ctx = await customer();
    const { ticket, reply, link } = await answered(ctx);

    await rateByLink(ctx, { ...link, score: 2, comment: " Not yet.\r\nStill 403. " });
    await rateByLink(ctx, { ...link, score: 2, comment: "Not yet.\nStill 403." });
    ctx.advance(3 * DAY);
    await rateByLink(ctx, { ...link, score: 5, comment: "" });

    expect(await stored(ctx)).toMatchObject([
      { ticketId: ticket.id, messageId: reply.id, score: 5, comment: "" },
    ]);
    const rows = await told(ctx);
    expect(rows.map(({ payload }) => payload.score)).toEqual([2, 5]); // the same again is nothing
    expect(rows[0]).toMatchObject({ ticketId: ticket.id, actorId: "customer" });
  });

  test("shown, it stores nothing, and tells nothing of the conversation", async () => {
    const ctx = await customer();
    const { link } = await answered(ctx);

    const page = await readRatingPage(ctx, link);

    expect(page).toMatchObject({ state: "open", rating: null });
    expect(JSON.stringify(page)).not.toMatch(/403|Sign in again/);
    expect(await stored(ctx)).toEqual([]);
    expect(await told(ctx)).toEqual([]);
  });

  test("forged, it opens nothing", async () => {
    const ctx = await customer();
    const { link, asked } = await answered(ctx);
    const other = await answered(ctx);
    const forged: RatingLink[] = [
      { ...link, t: "" },
      { ...link, t: `${link.t}x` },
      { ...link, t: other.link.t },
      { ...link, ticket: other.link.ticket },
      { ...link, message: other.link.message },
      { ...link, message: toPublicId("m", asked.id) },
      { ...link, ticket: "t_1", message: "m_1" },
    ];

    for (const bad of forged) {
      expect(replyOfLink(ctx.env, bad)).toBeNull();
      expect(await readRatingPage(ctx, bad)).toEqual({ state: "unknown" });
      const rated = rateByLink(ctx, { ...bad, score: 5, comment: "" });
      await expect(rated).rejects.toMatchObject({ code: "not_found" });
    }
    expect(await stored(ctx)).toEqual([]);
  });

  test("of a customer's message it opens nothing, whoever has made it", async () => {
    const ctx = await customer();
    const { ticket, asked } = await answered(ctx);
    const url = new URL(ratingUrl(ctx.env, { ticketId: ticket.id, messageId: asked.id }));
    const [, , to = "", of = ""] = url.pathname.split("/");
    const link = { ticket: to, message: of, t: url.searchParams.get("t") ?? "" };
    expect(await readRatingPage(ctx, link)).toEqual({ state: "unknown" });
  });

  test(`after ${RATE_DAYS} days it shows what was said, and takes nothing`, async () => {
    const ctx = await customer();
    const { link } = await answered(ctx);
    await rateByLink(ctx, { ...link, score: 4, comment: "" });
    ctx.advance(RATE_DAYS * DAY + 1000);

    expect(await readRatingPage(ctx, link)).toMatchObject({
      state: "ended",
      rating: { score: 4 },
    });
    await expect(rateByLink(ctx, { ...link, score: 1, comment: "" })).rejects.toMatchObject({
      code: "conflict",
    });
    expect(await stored(ctx)).toMatchObject([{ score: 4 }]);
  });

  test("of an erased reply it opens nothing", async () => {
    const ctx = await customer();
    const { link, reply } = await answered(ctx);
    await rateByLink(ctx, { ...link, score: 4, comment: "" });
    await ctx.db.delete(messages).where(eq(messages.id, reply.id));

    expect(await readRatingPage(ctx, link)).toEqual({ state: "unknown" });
    await expect(rateByLink(ctx, { ...link, score: 1, comment: "" })).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await stored(ctx)).toEqual([]);
  });

  test("changed too often, it is refused, and the last word stays", async () => {
    const ctx = await customer();
    const { link } = await answered(ctx);
    for (let n = 0; n < RATINGS_MAX; n++) {
      await rateByLink(ctx, { ...link, score: 1 + (n % 2), comment: "" });
    }
    await expect(rateByLink(ctx, { ...link, score: 5, comment: "" })).rejects.toMatchObject({
      code: "rate_limited",
    });
    expect(await stored(ctx)).toMatchObject([{ score: 2 }]);
  });

  test("refuses scores and comments that do not fit", async () => {
    const ctx = await customer();
    const { link } = await answered(ctx);
    for (const [score, comment] of [
      [0, ""],
      [6, ""],
      [2.5, ""],
      [Number.NaN, ""],
      [3, "x".repeat(2001)],
    ] as const) {
      await expect(rateByLink(ctx, { ...link, score, comment })).rejects.toMatchObject({
        code: "invalid",
      });
    }
    await rateByLink(ctx, { ...link, score: 3, comment: "a\r\n".repeat(1000) });
    expect((await stored(ctx))[0]?.comment).toHaveLength(1999);
  });

  test.skipIf(!onPostgres)("sent many times at once, it is one rating", async () => {
    const ctx = await customer();
    const { link } = await answered(ctx);
    const tries = Array.from({ length: 20 }, (_, n) =>
      rateByLink(ctx, { ...link, score: 1 + (n % 5), comment: `${n}` }),
    );
    const refused = (await Promise.allSettled(tries)).filter(({ status }) => status === "rejected");
    expect(refused).toHaveLength(20 - RATINGS_MAX);
    expect(await stored(ctx)).toHaveLength(1);
    expect(await told(ctx)).toHaveLength(RATINGS_MAX);
  });
});

describe("an app that shows the conversation", () => {
  test("rates the newest reply with the conversation's token, and no other conversation", async () => {
    const ctx = await customer();
    const { ticket, reply } = await answered(ctx);
    const other = await answered(ctx);
    const token = conversationToken(ctx.env, ticket.id);
    const ticketId = toPublicId("t", ticket.id);

    const rated = await rateInConversation(ctx, { ticketId, token }, { score: 4, comment: "ok" });

    expect(rated).toEqual({ ticket_id: ticketId, score: 4, comment: "ok", changed: true });
    expect(await stored(ctx)).toMatchObject([{ messageId: reply.id, score: 4 }]);
    const theirs = { ticketId: toPublicId("t", other.ticket.id), token };
    for (const rater of [theirs, { ticketId, token: "" }, { ticketId: "t_1", token }]) {
      await expect(rateInConversation(ctx, rater, { score: 1, comment: "" })).rejects.toMatchObject(
        {
          code: "unauthenticated",
        },
      );
    }
    const named = { score: 1, comment: "", message_id: `<${other.reply.id}@desk.test>` };
    await expect(rateInConversation(ctx, { ticketId, token }, named)).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("rates with a key of the conversation's own system, with the scope for it", async () => {
    const ctx = await makeContext({ connection: ["tickets.write"] });
    const { ticket } = await answered(ctx, requireScope(ctx, "tickets.write"));
    const ticketId = toPublicId("t", ticket.id);
    const said = { score: 5, comment: "" };

    await rateInConversation(ctx, { ticketId }, said);
    expect(await stored(ctx)).toMatchObject([{ score: 5 }]);

    const stranger = await as(ctx, { connection: ["tickets.write"] });
    await expect(rateInConversation(stranger, { ticketId }, said)).rejects.toMatchObject({
      code: "not_found",
    });
    for (const who of [
      await as(ctx, { connection: ["ingest", "tickets.read"] }),
      await as(ctx, { role: "admin" }),
    ]) {
      await expect(rateInConversation(who, { ticketId }, said)).rejects.toMatchObject({
        code: "forbidden",
      });
    }
  });
});

test("the ticket shows the rating beside its reply, and in its timeline", async () => {
  const ctx = await customer();
  const { ticket, link } = await answered(ctx);
  await rateByLink(ctx, { ...link, score: 4, comment: "Quick, thanks" });

  const agent = await as(ctx, { role: "agent" });
  const view = await readTicket(agent, { id: toPublicId("t", ticket.id) });

  expect(view.messages.map(({ rating }) => rating?.score ?? null)).toEqual([null, 4]);
  const line = view.events.find(({ type }) => type === "csat.received");
  expect(line).toMatchObject({ text: "Rated 4 of 5: “Quick, thanks”", actor: "Customer" });
});
