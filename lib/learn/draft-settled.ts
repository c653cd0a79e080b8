import { z } from "zod";
import { type SettledDraft, settledDraft } from "../insights";
import { recordUse } from "../knowledge";
import { classOf } from "../knowledge/model";
import { type Context, transaction } from "../platform/context";
import { defineJob } from "../platform/jobs";
import { lockLedger, type NewSignal } from "../predictor";
import { RejectReason } from "../resolve/model";
import { messageById } from "../ticket";
import { compareToDraft, type Edit } from "./edit-distance";
import {
  judgedByRejecting,
  judgedBySending,
  judgedByTakingOver,
  rejected,
  TAKEN_OVER,
} from "./judged";
import { confirmedLabels } from "./label-signals";
import { settleBySending, settleUsed } from "./model-outcome";
import { withoutFarewell } from "./near-enough";
import { recordSignal } from "./record-signal";
import { type TicketFacts, ticketFacts } from "./ticket-facts";

const Settled = z.object({ attemptId: z.uuid() });
const GONE = "skipped: the draft was erased, or is open again";

/**
 * Learns from a draft that a person sent: as it was, nearly so, or rewritten. Rewritten words are
 * another answer. Safe to repeat: one use per message, one signal per attempt.
 */
export const learnApproval = defineJob({
  name: "learn.draft-approved",
  batch: 10,
  payload: Settled,
  run: (ctx, { attemptId }) =>
    transaction(ctx, async (tx) => {
      const draft = await settledDraft(tx.db, attemptId);
      const text = draft?.sentText ?? draft?.draft;
      if (!draft || !text || !["approved", "corrected"].includes(draft.reviewState)) return GONE;
      const message = draft.sentMessageId ? await messageById(tx.db, draft.sentMessageId) : null;
      if (!message) return GONE;
      const edit = compareToDraft(draft.draft ?? "", text);
      await lockLedger(tx.db);
      return learn(tx, { draft, edit, text, messageId: message.id, sentAt: message.createdAt });
    }),
});

type Sent = { draft: SettledDraft; edit: Edit; text: string; messageId: string; sentAt: Date };

async function learn(ctx: Context, sent: Sent): Promise<string> {
  const { draft, edit } = sent;
  await settleBySending(ctx, draft, { text: sent.text, accepted: edit.accepted });
  const facts = await ticketFacts(ctx, draft.ticketId);
  const of = draft.subject ? classOf(draft.subject) : null;
  const counted = await recordUse(ctx, {
    text: withoutFarewell(sent.text),
    to: facts.to,
    as: edit.accepted ? draft.subject : null,
    articleId: of && "articleId" in of ? of.articleId : null,
    ticketId: draft.ticketId,
    accountId: facts.accountId,
    messageId: sent.messageId,
    byPerson: true,
    accepted: edit.accepted,
    resolves: true,
    question: draft.question,
    language: await languageOf(ctx, draft),
    sentAt: sent.sentAt,
  });
  if (!counted) return "skipped: it says too little to be an answer";
  const unchanged = draft.reviewState === "approved";
  await recordSignal(ctx, {
    ...rowOf(ctx, draft, facts),
    kind: unchanged ? "approved" : "edited",
    messageId: sent.messageId,
    subject: counted.subject,
    payload: unchanged ? {} : { share: edit.share, changed: edit.changed, accepted: edit.accepted },
    learned: [
      {
        type: "answered",
        id: draft.ticketId,
        text: draft.question,
        answer: counted.subject,
        accepted: edit.accepted,
        weight: 1,
        scope: facts.accountId,
        owner: counted.owner,
      },
      ...judgedBySending(draft, edit.accepted),
      ...(await confirmedLabels(ctx, facts.ticket, draft.question)),
    ],
  });
  return `learned ${counted.subject}${edit.accepted ? ", accepted" : ""}`;
}

async function languageOf(ctx: Context, draft: SettledDraft): Promise<string | null> {
  return (await messageById(ctx.db, draft.answersMessageId))?.language ?? null;
}

/** Learns that a draft was wrong. Safe to repeat: one signal per attempt. */
export const learnRejection = defineJob({
  name: "learn.draft-rejected",
  batch: 10,
  payload: Settled.extend({ reason: RejectReason, note: z.string() }),
  run: (ctx, { attemptId, reason, note }) =>
    transaction(ctx, async (tx) => {
      const draft = await settledDraft(tx.db, attemptId);
      if (draft?.reviewState !== "rejected") return GONE;
      const facts = await ticketFacts(tx, draft.ticketId);
      const { subject, question } = draft;
      await settleUsed(tx, draft.id, rejected(reason));
      await recordSignal(tx, {
        ...rowOf(tx, draft, facts),
        kind: "rejected",
        subject,
        payload: { reason, note },
        learned: [
          // A wrong tone says nothing about which answer fits.
          ...(subject && reason !== "wrong_tone"
            ? [
                {
                  type: "refused" as const,
                  id: draft.ticketId,
                  text: question,
                  answer: subject,
                  scope: facts.accountId,
                },
              ]
            : []),
          ...judgedByRejecting(draft, reason),
        ],
      });
      return subject ? `refused ${subject}` : "noted";
    }),
});

/**
 * Notes that a person answered instead of sending the draft. What they wrote is learned from their
 * reply; this row only tells of it. Safe to repeat: one signal per attempt.
 */
export const noteTakeOver = defineJob({
  name: "learn.draft-taken-over",
  batch: 10,
  payload: Settled,
  run: (ctx, { attemptId }) =>
    transaction(ctx, async (tx) => {
      const draft = await settledDraft(tx.db, attemptId);
      if (!draft || draft.reviewState === "held") return GONE;
      const facts = await ticketFacts(tx, draft.ticketId);
      const row = rowOf(tx, draft, facts);
      const learned = judgedByTakingOver(draft);
      await settleUsed(tx, draft.id, TAKEN_OVER);
      await recordSignal(tx, { ...row, kind: "taken_over", subject: draft.subject, learned });
      return "noted";
    }),
});

function rowOf(
  ctx: Context,
  draft: SettledDraft,
  { ticket, accountId }: TicketFacts,
): Omit<NewSignal, "kind"> {
  return {
    key: `attempt:${draft.id}:${draft.reviewState}`,
    ticketId: ticket.id,
    attemptId: draft.id,
    accountId,
    personId: draft.reviewedBy,
    question: draft.question,
    demo: ticket.demo,
    createdAt: ctx.now(),
  };
}
