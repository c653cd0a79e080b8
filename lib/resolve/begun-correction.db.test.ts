import { expect, test } from "vitest";
import { writings } from "@/db/schema/presence";
import { as, makeContext } from "@/db/testing/context";
import { makeAttempt, makeTicket } from "@/db/testing/make";
import type { Context } from "../platform/context";
import { saveWriting } from "../presence";
import { approveDraft } from "./approve-draft";
import { correctDraft } from "./correct-draft";
import { rejectDraft } from "./reject-draft";

const BETTER = { text: "Better.", html: null };
const WRONG = { reason: "wrong_answer", note: "" } as const;

/** A held draft that two people have begun to correct, one of them also a reply. */
async function begun() {
  const ctx = await makeContext();
  const other = await as(ctx, { role: "reviewer" });
  const { ticket, message } = await makeTicket(ctx, { status: "pending_customer" });
  const draft = { ticketId: ticket.id, answersMessageId: message.id };
  const { id: attemptId } = await makeAttempt(ctx, draft);
  const save = (who: Context, kind: "reply" | `draft.${string}`) =>
    saveWriting(who, { ticketId: ticket.id, kind, html: "<p>Better.</p>", revision: 0 });
  await save(ctx, `draft.${attemptId}`);
  await save(ctx, "reply");
  await save(other, `draft.${attemptId}`);
  const left = async () =>
    (await ctx.db.select().from(writings)).map(({ kind, personId }) => {
      const mine = ctx.actor.type === "person" && ctx.actor.personId === personId;
      return `${mine ? "mine" : "theirs"}: ${kind.split(".")[0]}`;
    });
  return { ctx, attemptId, left };
}

test.each([
  ["sent", (ctx: Context, attemptId: string) => correctDraft(ctx, { attemptId, ...BETTER })],
  ["rejected", (ctx: Context, attemptId: string) => rejectDraft(ctx, { attemptId, ...WRONG })],
])("a correction that was begun is gone once it is %s", async (_, say) => {
  const { ctx, attemptId, left } = await begun();
  await say(ctx, attemptId);
  expect((await left()).sort()).toEqual(["mine: reply", "theirs: draft"]);
});

test("what was begun outlasts a refusal, and an approval of the draft as it is", async () => {
  const { ctx, attemptId, left } = await begun();
  const system = await as(ctx, { connection: ["tickets.write"] });
  const better = { attemptId, ...BETTER };
  await expect(correctDraft(system, better)).rejects.toMatchObject({ code: "forbidden" });
  await approveDraft(ctx, { attemptId });
  await expect(correctDraft(ctx, better)).rejects.toMatchObject({ code: "conflict" });
  expect((await left()).sort()).toEqual(["mine: draft", "mine: reply", "theirs: draft"]);
});
