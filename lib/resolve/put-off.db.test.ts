import { expect, test } from "vitest";
import { as } from "@/db/testing/context";
import { ask, desk } from "@/db/testing/drafting";
import { runJobs } from "@/db/testing/run-jobs";
import { saveArticle } from "../knowledge";
import { heldAttempt } from "./follow-up-store";
import { setLater } from "./review-store";
import { sweep } from "./sweep";

const HOUR = 3_600_000; // ms

test("what a reviewer has put off stays so when the follow-up cycle drafts anew", async () => {
  const ctx = await desk();
  const { ticket } = await ask(ctx, {
    subject: "Ripe bananas",
    body: "Do bananas ripen faster when I store bananas beside apples in a bowl?",
  });
  await runJobs(ctx);
  const before = await heldAttempt(ctx.db, ticket.id);
  const reviewer = await as(ctx, { role: "reviewer" });
  if (reviewer.actor.type !== "person") throw new Error("no person");
  const { personId } = reviewer.actor;
  const until = new Date(ctx.now().getTime() + 48 * HOUR);
  await setLater(ctx.db, before?.id ?? "", { until, personId });
  await saveArticle(ctx, {
    title: "Ripe bananas: do bananas ripen faster beside apples?",
    body: "Bananas ripen faster when you store bananas beside apples in a bowl. Put bananas apart from apples to keep them.",
  });
  await ctx.db.execute("delete from pgboss.job"); // only the clock is to find it

  ctx.advance(24 * HOUR + 1);
  await sweep.run(ctx, {});
  await runJobs(ctx);

  const now = await heldAttempt(ctx.db, ticket.id);
  expect(now?.id).not.toBe(before?.id);
  expect(now).toMatchObject({ laterUntil: until, laterBy: personId });
});
