import { describe, expect, test } from "vitest";
import { answers } from "@/db/schema/knowledge";
import { as, makeContext } from "@/db/testing/context";
import { desk, EXPORT, QUESTION } from "@/db/testing/drafting";
import {
  answeredByHand,
  asked,
  CRASH_ANSWER,
  CRASHES,
  ledger,
  NEW_CRASH,
} from "@/db/testing/learning";
import { releaseAnswer, retireAnswer } from "./change-answer";
import { undoSignal } from "./undo-signal";

async function answeredThree() {
  const ctx = await makeContext({ role: "reviewer" });
  const before = await asked(ctx, NEW_CRASH, { account: "before" });
  const numbers: number[] = [];
  for (const [at, body] of CRASHES.entries()) {
    const { ticket } = await answeredByHand(
      ctx,
      body,
      `Hi Mina,\n\n${CRASH_ANSWER}\n\nBest,\nDana`,
      {
        account: `account ${at}`,
      },
    );
    numbers.push(ticket.number);
  }
  return { ctx, before, numbers };
}

describe("three tickets answered by hand", { timeout: 60_000 }, () => {
  test("a fourth, phrased otherwise, is drafted with that answer, and names the three", async () => {
    const { ctx, before, numbers } = await answeredThree();

    const { last, ticket } = await asked(ctx, NEW_CRASH, { account: "fourth", name: "Joe Blunt" });

    expect(before.last?.draft).toBeNull();
    expect(last?.draft).toMatch(/^Hi Joe,\n\nPlease update the app/);
    expect(last?.draft).toContain("choose Reload maps.");
    expect(last?.confidence).toBeGreaterThan(before.last?.confidence ?? 1);
    expect(last?.confidence).toBeLessThan(0.6);
    const words = last?.parts.find(({ name }) => name === "answer")?.words ?? "";
    for (const number of numbers) expect(words).toContain(`#${number}`);
    expect(last?.sources[0]?.title).toContain(`#${numbers[0]}`);
    expect(last).toMatchObject({ model: "deskhand-desk", decision: "held" });
    expect(ticket).toMatchObject({ status: "pending_customer" });
  });

  test("undone, they leave no trace", async () => {
    const { ctx } = await answeredThree();
    const rows = await ledger(ctx);
    for (const { id, kind } of rows) {
      if (kind === "answered") await undoSignal(ctx, { signalId: id });
    }

    const { last } = await asked(ctx, NEW_CRASH, { account: "fourth" });

    expect(last?.draft).toBeNull();
    expect(last?.snapshot).not.toHaveProperty("subject");
    await expect(
      undoSignal(await as(ctx, { role: "agent" }), { signalId: rows[0]?.id ?? "" }),
    ).rejects.toMatchObject({ code: "forbidden" });
    const [first] = rows.filter(({ kind }) => kind === "answered");
    await expect(undoSignal(ctx, { signalId: first?.id ?? "" })).rejects.toMatchObject({
      code: "conflict",
    });
  });
});

const STUCK = [
  "The export of time entries as CSV hangs at 99 % and the mail with the link never comes.",
  "CSV export is stuck at 99 %, I get no mail with a link to the time entries.",
  "Exporting time entries never finishes: it stays at 99 % and no link arrives.",
];
const STUCK_AGAIN =
  "My CSV export of time entries does not finish, it is stuck at 99 % without a link.";
const STUCK_ANSWER =
  "That is a fault on our side with very long comments. We have restarted the queue; please start the file once more.";

test("what people answered to such questions beats an article that shares their words", async () => {
  const ctx = await desk();
  for (const [at, body] of STUCK.entries()) {
    const { attempt } = await answeredByHand(ctx, body, STUCK_ANSWER, { account: `${at}` });
    if (at === 0) expect(attempt?.sources[0]?.title).toBe(EXPORT.title);
  }

  const { last } = await asked(ctx, STUCK_AGAIN, { account: "fourth" });
  const how = await asked(ctx, QUESTION.body, { account: "fifth", subject: QUESTION.subject });

  expect(last?.draft).toContain("We have restarted the queue");
  expect(how.last?.draft).toContain("Choose Export, then CSV");
}, 60_000);

test("a reviewer releases a private answer, and retires it", async () => {
  const ctx = await makeContext({ role: "reviewer" });
  for (const body of CRASHES) await answeredByHand(ctx, body, CRASH_ANSWER, { account: "acme" });
  const [answer] = await ctx.db.select().from(answers);
  const ref = { answerId: answer?.id ?? "" };
  const drafted = async () => (await asked(ctx, NEW_CRASH, { account: "other" })).last?.draft ?? "";
  expect(await drafted()).toBe("");

  await releaseAnswer(ctx, ref);
  expect(await drafted()).toContain("Please update the app");

  await retireAnswer(ctx, ref);
  expect(await drafted()).toBe("");
  const agent = await as(ctx, { role: "agent" });
  await expect(releaseAnswer(agent, ref)).rejects.toMatchObject({ code: "forbidden" });
  await expect(retireAnswer(ctx, ref)).rejects.toMatchObject({ code: "conflict" });
}, 60_000);
