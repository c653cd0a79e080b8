import { attemptOfReply } from "../insights";
import { setOutcome } from "../knowledge";
import type { UseOutcome } from "../knowledge/model";
import type { Context } from "../platform/context";
import { lockLedger } from "../predictor";
import type { Signal, SignalKind } from "../predictor/model";
import { ticketById } from "../ticket";
import { judgedByCustomer, judgedByRating, rated } from "./judged";
import { settleUsed } from "./model-outcome";
import { moodAround, pathOf, subjectOf, type Use } from "./path";
import { recordSignal } from "./record-signal";

type Judgement = {
  kind: Extract<SignalKind, UseOutcome | "escalated" | "csat">;
  /** Names what told it, so that it is told once. */
  key: string;
  /** Of how many verdicts it counts for; 0: it teaches nothing. Negative: it was wrong. */
  weight: number;
  /** What is known of the use from now on; left out: what was. */
  outcome?: UseOutcome;
  /** It ended the ticket, or did not; null: nobody knows. */
  helped: boolean | null;
  /** What the customer gave the reply, 1 to 5. */
  score?: number;
  payload?: Record<string, unknown>;
};

/** Writes what became of a use, with the path that led to it. @returns false when it was told before */
export async function judgeUse(ctx: Context, use: Use, judgement: Judgement): Promise<boolean> {
  await lockLedger(ctx.db);
  const { kind, key, weight, outcome, helped, payload } = judgement;
  const { demo } = await ticketById(ctx.db, use.ticketId);
  const attempt = await attemptOfReply(ctx.db, use.messageId);
  const mood = await moodAround(ctx, use);
  const stored = await recordSignal(ctx, {
    key,
    kind,
    ticketId: use.ticketId,
    attemptId: attempt?.id ?? null,
    accountId: use.accountId,
    messageId: use.messageId,
    subject: subjectOf(use),
    question: use.question,
    payload: { ...payload, path: await pathOf(ctx, use, helped), ...(mood && { mood }) },
    learned: [...lessons(use, weight), ...(await judgedFrom(ctx, use, judgement))],
    demo,
    createdAt: ctx.now(),
  });
  if (stored && outcome) await setOutcome(ctx.db, use.messageId, outcome);
  return stored !== null;
}

function lessons(use: Use, weight: number): Signal[] {
  if (weight === 0) return [];
  const about = {
    id: use.ticketId,
    text: use.question,
    answer: subjectOf(use),
    scope: use.accountId,
  };
  if (weight > 0) return [{ type: "silent", ...about, weight }];
  // What had counted as accepted and was taken from it before is not taken twice.
  const wasAccepted = use.accepted && use.outcome !== "reopened";
  return [{ type: "refused", ...about, wasAccepted }];
}

/** What it says of the draft that the reply was, where it was one. */
async function judgedFrom(
  ctx: Context,
  { messageId }: Use,
  { weight, score, outcome }: Judgement,
): Promise<Signal[]> {
  if (score !== undefined) {
    const attempt = await attemptOfReply(ctx.db, messageId);
    const told = rated(score);
    if (attempt && told) await settleUsed(ctx, attempt.id, { ...told, weak: true });
    return judgedByRating(attempt, score);
  }
  return weight === 0 || !outcome ? [] : judgedByCustomer(ctx, messageId, outcome);
}
