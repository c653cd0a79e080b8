import { z } from "zod";
import { settledDraft } from "../insights";
import { recordUse } from "../knowledge";
import { type Context, transaction } from "../platform/context";
import { defineJob } from "../platform/jobs";
import { lockLedger } from "../predictor";
import { type Message, messageById } from "../ticket";
import { TicketStatus } from "../ticket/model";
import { confirmedLabels } from "./label-signals";
import { settleShadow } from "./model-outcome";
import { recordSignal } from "./record-signal";
import { questionBefore, ticketFacts } from "./ticket-facts";

/**
 * Learns from a person's own reply: which answer they gave to which question. A reply that the desk
 * sent by itself teaches nothing yet; it is kept as a use, and what the customer does next counts,
 * also where it was flagged and nobody has looked at it.
 *
 * It waits until the reply can't be taken back any more. Safe to repeat: one use and one signal per
 * message.
 */
export const learnReply = defineJob({
  name: "learn.reply-sent",
  batch: 10,
  payload: z.object({
    messageId: z.uuid(),
    attemptId: z.uuid().nullable(),
    thenStatus: TicketStatus.nullable(),
  }),
  async run(ctx, { messageId, attemptId, thenStatus }) {
    const message = await messageById(ctx.db, messageId);
    if (!message) return "skipped: the reply was taken back or erased";
    if (attemptId && message.personId) return "skipped: learned with the draft's approval";
    const resolves = thenStatus === "resolved";
    if (attemptId) return transaction(ctx, (tx) => keepOwnReply(tx, message, attemptId));
    return transaction(ctx, (tx) => learnPersonsReply(tx, message, resolves));
  },
});

async function keepOwnReply(ctx: Context, message: Message, attemptId: string): Promise<string> {
  const draft = await settledDraft(ctx.db, attemptId);
  if (!draft?.subject) return "skipped: the reply rests on nothing";
  await lockLedger(ctx.db);
  const { to, accountId } = await ticketFacts(ctx, message.ticketId);
  await recordUse(ctx, {
    text: message.text,
    to,
    as: draft.subject,
    articleId: null,
    ticketId: message.ticketId,
    accountId,
    messageId: message.id,
    byPerson: false,
    accepted: false,
    resolves: true,
    question: draft.question,
    language: null,
    sentAt: message.createdAt,
  });
  return "kept as a use";
}

async function learnPersonsReply(
  ctx: Context,
  message: Message,
  resolves: boolean,
): Promise<string> {
  const { ticket, to, accountId } = await ticketFacts(ctx, message.ticketId);
  const question = await questionBefore(ctx, ticket, message);
  if (question.text === "") return "skipped: it answers no question";
  await settleShadow(ctx, ticket.id, message.text);
  await lockLedger(ctx.db);
  const counted = await recordUse(ctx, {
    text: message.text,
    to,
    as: null,
    articleId: null,
    ticketId: ticket.id,
    accountId,
    messageId: message.id,
    byPerson: true,
    accepted: false,
    resolves,
    question: question.text,
    language: question.language,
    sentAt: message.createdAt,
  });
  if (!counted) return "skipped: it says too little to be an answer";
  const key = `reply:${message.id}`;
  await recordSignal(ctx, {
    key,
    kind: "answered",
    ticketId: ticket.id,
    accountId,
    personId: message.personId,
    messageId: message.id,
    subject: counted.subject,
    question: question.text,
    learned: [
      {
        type: "answered",
        id: ticket.id,
        text: question.text,
        answer: counted.subject,
        accepted: false,
        weight: 1,
        scope: accountId,
        owner: counted.owner,
      },
      ...(await confirmedLabels(ctx, ticket, question.text)),
    ],
    demo: ticket.demo,
    createdAt: ctx.now(),
  });
  return `learned ${counted.subject}`;
}
