import { z } from "zod";
import { type Context, requirePermission } from "../platform/context";
import { AppError } from "../platform/errors";
import { toPublicId } from "../platform/ids";
import { TICKET_PREFIX } from "../ticket/model";
import { alike } from "./alike";
import {
  type AnswersCursor,
  answerRows,
  answersByState,
  answerText,
  comparedAnswers,
  mergedInto,
  ticketsOfAnswers,
} from "./answers-store";
import type { AlikeAnswers, AnswerCounts, AnswersPage, AnswersQuery } from "./model";

const PAGE = 30;
/** Answers that are compared with each other: some ten thousand pairs, in milliseconds. */
const COMPARED = 300;
/** Groups that are suggested, and characters of each answer. */
const GROUPS = 10;
const CHARACTERS = 300;

/** Answers that people have sent, with what became of them, a page at a time. */
export async function readAnswers(ctx: Context, query: AnswersQuery): Promise<AnswersPage> {
  requirePermission(ctx, "knowledge.read");
  const cursor = query.before ? cursorOf(query.before) : null;
  const found = await answerRows(ctx.db, { ...query, cursor }, PAGE + 1);
  const rows = found.slice(0, PAGE);
  const ids = rows.map(({ id }) => id);
  const tickets = await ticketsOfAnswers(ctx.db, ids);
  const merged = await mergedInto(ctx.db, ids);
  const last = rows.at(-1);
  return {
    rows: rows.map(({ articleId, articleTitle, createdAt, updatedAt: _, ...row }) => ({
      ...row,
      createdAt: createdAt.toISOString(),
      article: articleId && articleTitle ? { id: articleId, title: articleTitle } : null,
      tickets: tickets
        .filter(({ answerId }) => answerId === row.id)
        .map(({ id, number }) => ({ id: toPublicId(TICKET_PREFIX, id), number })),
      merged: merged.filter(({ into }) => into === row.id).map(({ id, text }) => ({ id, text })),
    })),
    next: found.length > PAGE && last ? `${last.updatedAt.toISOString()}_${last.id}` : null,
  };
}

/** @throws `invalid` */
function cursorOf(before: string): AnswersCursor {
  const [at = "", id = ""] = before.split("_");
  if (!z.iso.datetime().safeParse(at).success || !z.uuid().safeParse(id).success) {
    throw new AppError("invalid", "This is no place in the list of answers.");
  }
  return { at: new Date(at), id };
}

/** Answers in use that say nearly the same, to be put together. */
export async function readAlikeAnswers(ctx: Context): Promise<AlikeAnswers> {
  requirePermission(ctx, "knowledge.read");
  const groups = alike(await comparedAnswers(ctx.db, COMPARED));
  return {
    groups: groups
      .slice(0, GROUPS)
      .map((group) =>
        group
          .toSorted((a, b) => b.uses - a.uses)
          .map(({ id, text, uses }) => ({ id, text: text.slice(0, CHARACTERS), uses })),
      ),
  };
}

/** How many there are in each state. */
export async function countAnswers(ctx: Context): Promise<AnswerCounts> {
  requirePermission(ctx, "knowledge.read");
  const counts: AnswerCounts = { private: 0, released: 0, retired: 0 };
  for (const { state, count } of await answersByState(ctx.db)) counts[state] = count;
  return counts;
}

/** The words of one, to make an article of. @throws `not_found` */
export async function readAnswerText(ctx: Context, answerId: string): Promise<string> {
  requirePermission(ctx, "knowledge.read");
  const text = await answerText(ctx.db, answerId);
  if (text === null) throw new AppError("not_found", "There is no such answer.");
  return text;
}
