import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { answers } from "@/db/schema/knowledge";
import { makeContext } from "@/db/testing/context";
import { answeredByHand, asked, CRASH_ANSWER, CRASHES, NEW_CRASH } from "@/db/testing/learning";

const PRIVATE = `${CRASH_ANSWER} Your licence key is XK-99 and your admin is Petra.`;

describe("an answer that only one account has got", { timeout: 60_000 }, () => {
  test("reaches no other account: neither its words nor its being there", async () => {
    const ctx = await makeContext({ role: "reviewer" });
    for (const body of CRASHES) await answeredByHand(ctx, body, PRIVATE, { account: "acme" });

    const other = await asked(ctx, NEW_CRASH, { account: "other" });
    const own = await asked(ctx, NEW_CRASH, { account: "acme" });

    expect(other.last?.draft).toBeNull();
    expect(JSON.stringify(other.last)).not.toMatch(/XK-99|Petra|update the app|answer:/);
    expect(own.last?.draft).toContain("Please update the app");
    const [answer] = await ctx.db.select().from(answers);
    expect(answer).toMatchObject({ state: "private" });
  });

  test("is released when people send it to a second one; what differs is no part of it", async () => {
    const ctx = await makeContext({ role: "reviewer" });
    const [one = "", two = "", three = ""] = CRASHES;
    await answeredByHand(ctx, one, `${CRASH_ANSWER} Your ticket is A-4711.`, { account: "acme" });
    await answeredByHand(ctx, two, `${CRASH_ANSWER} Your ticket is A-9000.`, { account: "other" });
    await answeredByHand(ctx, three, `${CRASH_ANSWER} Your ticket is A-1.`, { account: "third" });

    const { last } = await asked(ctx, NEW_CRASH, { account: "fourth" });

    const [answer] = await ctx.db.select().from(answers).where(eq(answers.state, "released"));
    expect(answer?.text).toContain("Your ticket is A-{number}");
    expect(last?.draft).not.toMatch(/4711|9000/);
    expect(last?.draft).toContain("Please update the app");
    expect(last).toMatchObject({ decision: "held" });
    expect(last?.decisionReason).toMatch(/only a person can fill in \{number\}/);
  });

  test("is compared with the second account's words also when it was cut before", async () => {
    const ctx = await makeContext({ role: "reviewer" });
    const [one = "", two = "", three = ""] = CRASHES;
    const of = (contract: number) => `${CRASH_ANSWER} Your contract is A-${contract}.`;
    await answeredByHand(ctx, one, `${of(4711)} We wish you fun.`, { account: "acme" });
    await answeredByHand(ctx, two, of(4711), { account: "acme" });
    await answeredByHand(ctx, three, `${of(9000)} We wish you fun.`, { account: "other" });

    const [answer] = await ctx.db.select().from(answers).where(eq(answers.state, "released"));
    expect(answer?.text).toContain("Your contract is A-{number}");
    expect(answer?.text).not.toMatch(/4711|9000/);
  });
});
