import type { Context } from "../platform/context";
import { AppError } from "../platform/errors";
import { derivedId } from "../platform/ids";
import {
  type Answer,
  accountsOf,
  answersSharing,
  insertAnswer,
  lockAnswer,
  putUse,
  updateAnswer,
} from "./answer-store";
import { answerClass, articleClass, classOf } from "./model";
import { splitSentences } from "./split-passages";
import {
  type Addressee,
  agreeOn,
  commonPart,
  maskAll,
  maskOf,
  type Piece,
  piecesOf,
  templateOf,
} from "./template";

export type SentReply = {
  /** What went out, and to whom. */
  text: string;
  to: Addressee;
  /** The answer or article that it was made from and still is; null: its words tell. */
  as: string | null;
  /** The article that it was drafted from, if any. */
  articleId: string | null;
  ticketId: string;
  accountId: string;
  messageId: string;
  byPerson: boolean;
  resolves: boolean;
  accepted: boolean;
  question: string;
  language: string | null;
  sentAt: Date;
};

/** What a reply counts as, and the one account that may get it: null when everyone may. */
export type Counted = { subject: string; owner: string | null };

/** Words below which a reply answers nothing: "We look into it." */
export const LEAST_WORDS = 4;
/** The question's characters that are kept: its point stands at the start. */
const QUESTION_CHARACTERS = 4000;

/**
 * Counts a reply as a use of an answer or article: of the one it was made from, or of the answer
 * with the same or nearly the same words, which is made when there is none.
 *
 * Call it inside a transaction that holds the ledger's lock. Safe to repeat: one use per message.
 *
 * @returns null when there is nothing in it to send again
 */
export async function recordUse(ctx: Context, reply: SentReply): Promise<Counted | null> {
  const known = reply.as ? classOf(reply.as) : null;
  const { text: _, to: __, as: ___, language: ____, articleId: _____, ...use } = reply;
  const question = reply.question.slice(0, QUESTION_CHARACTERS);
  const id = derivedId("answer-use", reply.messageId);
  if (known && "articleId" in known) {
    await putUse(ctx.db, id, { ...use, question, articleId: known.articleId });
    return { subject: articleClass(known.articleId), owner: null };
  }
  const answerId = known ? await nowPartOf(ctx, known.answerId) : await findOrMake(ctx, reply);
  if (!answerId) return null;
  await putUse(ctx.db, id, { ...use, question, answerId });
  return { subject: answerClass(answerId), owner: await settleState(ctx, answerId) };
}

/** The answer, or the one that it has been merged into since the draft was made from it. */
async function nowPartOf(ctx: Context, answerId: string): Promise<string> {
  return (await lockAnswer(ctx.db, answerId))?.id ?? answerId;
}

async function findOrMake(ctx: Context, reply: SentReply): Promise<string | null> {
  const template = templateOf(reply.text, reply.to);
  const mask = maskOf(template);
  if (mask.split(" ").length < LEAST_WORDS) return null;
  const pieces = piecesOf(template, splitSentences);
  let id = derivedId("answer", mask);
  const same = await lockAnswer(ctx.db, id);
  if (same && (await takeUse(ctx, same, { template, pieces, accountId: reply.accountId }))) {
    return same.id;
  }
  // Its words once were these, and are others now, which only other accounts have got.
  if (same) id = derivedId("answer", mask, reply.accountId);
  const near = await findNear(ctx, pieces);
  if (near) {
    await rewrite(ctx, near.answer, near.text);
    return near.answer.id;
  }
  await insertAnswer(ctx.db, {
    id,
    text: template,
    language: reply.language,
    sentenceKeys: pieces.map(({ key }) => key),
    articleId: reply.articleId,
    createdAt: ctx.now(),
    updatedAt: ctx.now(),
  });
  return id;
}

type Used = { template: string; pieces: readonly Piece[]; accountId: string };

/**
 * Brings a private answer's text down to what it has in common with a reply that counts for it.
 *
 * Its text may have shrunk since the answer got its id, been edited, or be that of the answer which
 * it was merged into. What has not been compared could be one customer's own.
 *
 * @returns false when the reply must not count for it: its account would get the text to see
 */
async function takeUse(ctx: Context, same: Answer, reply: Used): Promise<boolean> {
  const { template, pieces, accountId } = reply;
  if (same.state !== "private") return true;
  const common = () => commonPart(piecesOf(same.text, splitSentences), pieces)?.join("\n");
  const text = agreeOn(same.text, template) ?? common();
  if (!text && !(await accountsOf(ctx.db, same.id)).includes(accountId)) return false;
  await rewrite(ctx, same, text ?? maskAll(same.text));
  return true;
}

async function findNear(ctx: Context, pieces: readonly Piece[]) {
  const sharing = await answersSharing(
    ctx.db,
    pieces.map(({ key }) => key),
  );
  for (const answer of sharing) {
    const common = commonPart(piecesOf(answer.text, splitSentences), pieces);
    if (common) return { answer, text: common.join("\n") };
  }
  return null;
}

/** Once released, the text is what people have seen: later uses no longer change it. */
async function rewrite(ctx: Context, answer: Answer, text: string | null): Promise<void> {
  if (answer.state !== "private" || text === null || text === answer.text) return;
  const sentenceKeys = piecesOf(text, splitSentences).map(({ key }) => key);
  await updateAnswer(ctx.db, answer.id, { text, sentenceKeys, updatedAt: ctx.now() });
}

/**
 * Releases an answer that people have sent to two accounts, and takes that back when one of them is
 * gone. @returns the account that it is private to; null when it is nobody's
 */
export async function settleState(ctx: Context, answerId: string): Promise<string | null> {
  const answer = await lockAnswer(ctx.db, answerId);
  if (!answer) return null;
  const accounts = await accountsOf(ctx.db, answer.id);
  const state = accounts.length > 1 || answer.releasedBy !== null ? "released" : "private";
  if (answer.state !== "retired" && answer.state !== state) {
    await updateAnswer(ctx.db, answer.id, { state, updatedAt: ctx.now() });
  }
  return state === "released" ? null : (accounts[0] ?? null);
}

/**
 * Releases or retires an answer, by a reviewer. Call it inside a transaction.
 *
 * @throws `not_found`; `conflict` when it is so already
 */
export async function changeAnswerState(
  ctx: Context,
  { answerId, to, personId }: { answerId: string; to: "released" | "retired"; personId: string },
): Promise<void> {
  const answer = await lockAnswer(ctx.db, answerId);
  if (!answer) throw new AppError("not_found", "There is no such answer.");
  if (answer.state === to) throw new AppError("conflict", `This answer is ${to} already.`);
  // Who released a retired one is kept, for when it is put back.
  const released = to === "released" && { releasedBy: personId };
  await updateAnswer(ctx.db, answer.id, { state: to, ...released, updatedAt: ctx.now() });
}
