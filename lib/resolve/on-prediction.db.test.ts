import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { events } from "@/db/schema/event";
import { tickets } from "@/db/schema/ticket";
import { makeContext, type TestContext } from "@/db/testing/context";
import { liftCaps, state } from "@/db/testing/drafting";
import { answeredByHand, asked, CRASH_ANSWER, CRASHES, NEW_CRASH } from "@/db/testing/learning";
import { runJobs } from "@/db/testing/run-jobs";
import { writeSetting } from "../desk";
import { assignTicket } from "../ticket";
import { openReview } from "./lease";
import { onPrediction } from "./on-prediction";

const LIKE = [NEW_CRASH, "The app crashes when I open the project map on my phone."];
/** Longer than corrections are gathered, milliseconds. */
const GATHERED = 3_000;

/** Two held tickets of a kind that nobody has answered, on a desk that may send early. */
async function incident(prepare?: (ctx: TestContext, id: string) => Promise<unknown>) {
  const ctx = await makeContext({ role: "admin" });
  await liftCaps(ctx);
  await writeSetting(ctx.db, "ai.bands", { send: 0.6, flag: 0.3 }, ctx.now());
  const ids: string[] = [];
  for (const [at, body] of LIKE.entries()) {
    const { id } = await asked(ctx, body, { account: `open ${at}` });
    await prepare?.(ctx, id);
    ids.push(id);
  }
  return { ctx, ids };
}

async function peopleAnswer(ctx: TestContext) {
  const numbers: number[] = [];
  for (const [at, body] of CRASHES.entries()) {
    const { ticket } = await answeredByHand(ctx, body, CRASH_ANSWER, { account: `done ${at}` });
    ctx.advance(GATHERED);
    await runJobs(ctx);
    numbers.push(ticket.number);
  }
  return numbers;
}

describe("an incident's tickets", { timeout: 120_000 }, () => {
  test("are answered once people have answered some, and say by whom that was learned", async () => {
    const { ctx, ids } = await incident();

    const numbers = await peopleAnswer(ctx);

    for (const id of ids) {
      const { attempts, last, types } = await state(ctx, id);
      expect(attempts.length).toBeGreaterThan(1);
      expect(attempts[0]).toMatchObject({ outcome: "taken up again", draft: null });
      expect(last?.draft).toContain("Please update the app");
      expect(["sent", "sent_flagged"]).toContain(last?.decision);
      expect(types).toContain("ticket.taken_up");
      const told = await whyTakenUp(ctx, id);
      expect(numbers.map((n) => `People have answered a question like it (#${n}).`)).toContain(
        told,
      );
    }
  });

  test.each<[string, (ctx: TestContext, id: string) => Promise<unknown>]>([
    [
      "is assigned to a person",
      (ctx, ticketId) =>
        assignTicket(ctx, {
          ticketId,
          personId: ctx.actor.type === "person" ? ctx.actor.personId : null,
        }),
    ],
    [
      "is looked at in the review",
      async (ctx, id) => openReview(ctx, { attemptId: (await state(ctx, id)).last?.id ?? "" }),
    ],
    [
      "is a request of before the desk",
      (ctx, id) => ctx.db.update(tickets).set({ historic: true }).where(eq(tickets.id, id)),
    ],
  ])("is sent nothing when it %s", async (_, prepare) => {
    const { ctx, ids } = await incident(prepare);

    await peopleAnswer(ctx);

    for (const id of ids) {
      const { last } = await state(ctx, id);
      expect(last?.decision).toBe("held");
    }
  });
});

test("a ticket that is not held any more is left alone", async () => {
  const { ctx } = await incident();
  const nowhere = "01a1fee3-0d02-73aa-b363-ec0caf1ff3ff";
  const outcome = await onPrediction.run(ctx, { signalId: nowhere, ticketIds: [nowhere] });
  expect(outcome).toBe("0 of 1 tickets are taken up");
}, 60_000);

async function whyTakenUp(ctx: TestContext, ticketId: string) {
  const rows = await ctx.db.select().from(events).where(eq(events.ticketId, ticketId));
  return rows.find(({ type }) => type === "ticket.taken_up")?.payload.because;
}
