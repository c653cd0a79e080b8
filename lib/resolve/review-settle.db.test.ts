import { expect, test } from "vitest";
import { ask, desk, liftCaps, state } from "@/db/testing/drafting";
import { runJobs } from "@/db/testing/run-jobs";
import { writeSetting } from "../desk";

test("a share of one: what is sure is sent, resolved, and audited", async () => {
  const ctx = await desk();
  await liftCaps(ctx);
  await writeSetting(ctx.db, "review.sampling", 1, ctx.now());
  const { ticket } = await ask(ctx);
  await runJobs(ctx);
  const now = await state(ctx, ticket.id);
  expect(now.ticket).toMatchObject({ status: "resolved" });
  expect(now.last).toMatchObject({ decision: "sent", reviewState: "flagged", sampleRate: 1 });
});

test("a category of four eyes holds the surest draft", async () => {
  const ctx = await desk();
  await liftCaps(ctx);
  await writeSetting(ctx.db, "review.fourEyes", ["technical", "onboarding", "general"], ctx.now());
  const { ticket } = await ask(ctx);
  await runJobs(ctx);
  const now = await state(ctx, ticket.id);
  expect(now.last).toMatchObject({ decision: "held", reviewState: "held", sampleRate: null });
  expect(now.last?.decisionReason).toContain("two people");
});

test("approve first: what would be sent and flagged is held", async () => {
  const ctx = await desk();
  await liftCaps(ctx);
  await writeSetting(ctx.db, "ai.bands", { send: 1, flag: 0.3 }, ctx.now());
  await writeSetting(ctx.db, "ai.sendMode", "approve_first", ctx.now());
  const { ticket } = await ask(ctx);
  await runJobs(ctx);
  const now = await state(ctx, ticket.id);
  expect(now.last).toMatchObject({ decision: "held" });
  expect(now.last?.decisionReason).toContain("only once a person has approved");
});
