import { describe, expect, test } from "vitest";
import { attempts, secondLooks } from "@/db/schema/resolve";
import { as, makeContext } from "@/db/testing/context";
import { makeAttempt } from "@/db/testing/make";
import { approveDraft } from "./approve-draft";
import { askSecondLook, withdrawSecondLook } from "./second-look";

async function asked() {
  const ctx = await makeContext({ role: "agent" });
  const reviewer = await as(ctx, { role: "reviewer" });
  const reviewerId = reviewer.actor.type === "person" ? reviewer.actor.personId : "";
  const { id: attemptId } = await makeAttempt(ctx);
  return { ctx, reviewer, reviewerId, attemptId };
}

describe("askSecondLook", () => {
  test("the other's word settles it; whoever asked waits", async () => {
    const { ctx, reviewer, reviewerId, attemptId } = await asked();
    await askSecondLook(ctx, { attemptId, personId: reviewerId, note: "Is that promise ours?" });
    await expect(approveDraft(ctx, { attemptId })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("You have asked Test reviewer for a second look"),
    });
    await expect(
      askSecondLook(reviewer, { attemptId, personId: null, note: "" }),
    ).rejects.toMatchObject({ code: "conflict" });
    await approveDraft(reviewer, { attemptId });
    expect(await ctx.db.select().from(attempts)).toMatchObject([{ reviewState: "approved" }]);
    expect((await ctx.db.select().from(secondLooks))[0]?.settledAt).not.toBeNull();
  });

  test("can be withdrawn by whoever asked, and by nobody else", async () => {
    const { ctx, reviewer, attemptId } = await asked();
    await askSecondLook(ctx, { attemptId, personId: null, note: "" });
    await withdrawSecondLook(reviewer, { attemptId });
    await expect(approveDraft(ctx, { attemptId })).rejects.toMatchObject({ code: "conflict" });
    await withdrawSecondLook(ctx, { attemptId });
    expect(await approveDraft(ctx, { attemptId })).toMatchObject({ reviewState: "approved" });
  });

  test("only reviewers are asked, never oneself; systems ask nobody", async () => {
    const { ctx, reviewer, reviewerId, attemptId } = await asked();
    const agentId = ctx.actor.type === "person" ? ctx.actor.personId : "";
    const system = await as(ctx, { connection: ["ingest"] });
    for (const [who, personId] of [
      [reviewer, agentId],
      [reviewer, reviewerId],
    ] as const) {
      await expect(askSecondLook(who, { attemptId, personId, note: "" })).rejects.toMatchObject({
        code: "invalid",
      });
    }
    await expect(
      askSecondLook(system, { attemptId, personId: null, note: "" }),
    ).rejects.toMatchObject({ code: "forbidden" });
  });
});
