import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { people } from "@/db/schema/person";
import { reviewLeases, verdicts } from "@/db/schema/resolve";
import { as, makeContext, onPostgres, type TestContext } from "@/db/testing/context";
import { makeAttempt, makeTicket } from "@/db/testing/make";
import { approveDraft } from "./approve-draft";
import { leaveReview, openReview } from "./lease";
import { LEASE_SECONDS } from "./model";
import { rejectDraft } from "./reject-draft";

async function queueOf(flagged = false) {
  const ctx = await makeContext({ role: "reviewer" });
  const { ticket, message } = await makeTicket(ctx, { status: "pending_customer" });
  const attempt = await makeAttempt(ctx, {
    ticketId: ticket.id,
    answersMessageId: message.id,
    ...(flagged && { decision: "sent_flagged", reviewState: "flagged" }),
  });
  return { ctx, item: { attemptId: attempt.id } };
}

async function named(ctx: TestContext, name: string) {
  const other = await as(ctx, { role: "reviewer" });
  const id = other.actor.type === "person" ? other.actor.personId : "";
  await ctx.db.update(people).set({ name }).where(eq(people.id, id));
  return other;
}

describe("openReview", () => {
  test("gives an item to one; the other is told who has it, until they leave", async () => {
    const { ctx, item } = await queueOf();
    const mina = await named(ctx, "Mina");
    expect(await openReview(mina, item)).toMatchObject({ mine: true, name: "Mina" });
    expect(await openReview(ctx, item)).toMatchObject({ mine: false, name: "Mina" });

    await leaveReview(ctx, item); // not theirs to give back
    expect(await openReview(ctx, item)).toMatchObject({ mine: false });
    await leaveReview(mina, item);
    expect(await openReview(ctx, item)).toMatchObject({ mine: true });
  });

  test("a sign of life keeps it; without one it ends", async () => {
    const { ctx, item } = await queueOf();
    const mina = await named(ctx, "Mina");
    await openReview(mina, item);
    ctx.advance((LEASE_SECONDS - 1) * 1000);
    expect(await openReview(mina, item)).toMatchObject({ mine: true });
    ctx.advance((LEASE_SECONDS - 1) * 1000);
    expect(await openReview(ctx, item)).toMatchObject({ mine: false });
    ctx.advance(1000);
    expect(await openReview(ctx, item)).toMatchObject({ mine: true });
    expect(await openReview(mina, item)).toMatchObject({ mine: false });
  });

  test.skipIf(!onPostgres)("of many at once exactly one gets it", async () => {
    const { ctx, item } = await queueOf();
    const many = await Promise.all(Array.from({ length: 8 }, () => as(ctx, { role: "reviewer" })));
    const opened = await Promise.all(many.map((one) => openReview(one, item)));
    expect(opened.filter(({ mine }) => mine)).toHaveLength(1);

    // And once more when its time is over, which is when two would take it from a third.
    ctx.advance(LEASE_SECONDS * 1000);
    const again = await Promise.all(many.map((one) => openReview(one, item)));
    expect(again.filter(({ mine }) => mine)).toHaveLength(1);
  });

  test("who has not opened it can't settle what another looks at, and reads who", async () => {
    const { ctx, item } = await queueOf();
    const mina = await named(ctx, "Mina");
    await openReview(mina, item);
    const busy = { code: "conflict", message: "Mina is looking at this draft now." };
    await expect(approveDraft(ctx, item)).rejects.toMatchObject(busy);
    await expect(rejectDraft(ctx, { ...item, reason: "other", note: "" })).rejects.toMatchObject(
      busy,
    );

    ctx.advance(20_000);
    await approveDraft(mina, item);
    expect(await ctx.db.select().from(reviewLeases)).toEqual([]);
    expect(await ctx.db.select().from(verdicts)).toMatchObject([
      { verdict: "approve", seconds: 20, editShare: 0, settled: true },
    ]);
    await expect(openReview(ctx, item)).rejects.toMatchObject({
      code: "conflict",
      message: "Mina was faster: this draft is already approved.",
    });
  });

  test("a reply that was sent is for reviewers; systems get nothing", async () => {
    const { ctx, item } = await queueOf(true);
    const agent = await as(ctx, { role: "agent" });
    const system = await as(ctx, { connection: ["ingest"] });
    await expect(openReview(agent, item)).rejects.toMatchObject({ code: "forbidden" });
    await expect(openReview(system, item)).rejects.toMatchObject({ code: "forbidden" });
    await expect(leaveReview(system, item)).rejects.toMatchObject({ code: "forbidden" });
    expect(await openReview(ctx, item)).toMatchObject({ mine: true });
  });
});
