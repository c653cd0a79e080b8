import { z } from "zod";
import { recordEvent } from "../event";
import { unknownQuestion, usualTexts } from "../insights";
import {
  describeGroup,
  groupsNear,
  insertGroup,
  insertQuestion,
  lockGroups,
  type NearGroup,
  novelQuestion,
  questionsOf,
  setGroupState,
  tellingWords,
  uniteGroups,
} from "../knowledge";
import { type Context, transaction } from "../platform/context";
import { newId } from "../platform/ids";
import { defineJob } from "../platform/jobs";
import { mostLike, placeOf } from "./novel-place";
import { commonWords, firstOfStems } from "./novel-words";

/**
 * Puts a question that is unlike anything seen with its like, and counts it. Two that come at the
 * same time wait for each other. Safe to repeat: a ticket has one question, and its row is unique.
 */
export const groupQuestion = defineJob({
  name: "learn.group-question",
  batch: 10,
  payload: z.object({ attemptId: z.uuid() }),
  async run(ctx, { attemptId }) {
    const unknown = await unknownQuestion(ctx.db, attemptId);
    if (!unknown) return "skipped: of a known kind";
    if (await novelQuestion(ctx.db, unknown.ticketId)) return "skipped: it has its group";
    const usual = await usualTexts(ctx.db);
    return transaction(ctx, async (tx) => {
      await lockGroups(tx.db);
      if (await novelQuestion(tx.db, unknown.ticketId)) return "skipped: it has its group";
      const groupId = await groupFor(tx, unknown.question, usual);
      await insertQuestion(tx.db, { ...unknown, groupId });
      const size = await describe(tx, groupId, usual);
      await recordEvent(tx, "question.grouped", { ticketId: unknown.ticketId, groupId, size });
      return `${size} of its kind`;
    });
  },
});

/** The group most like it, joined with a second one that it shows to be the same; or a new one. */
async function groupFor(ctx: Context, question: string, usual: readonly string[]): Promise<string> {
  const near = await groupsNear(ctx.db, question);
  const { joins, unites } = placeOf(question, near, usual);
  const at = ctx.now();
  if (!joins) {
    const id = newId();
    const named = { words: [], example: question, createdAt: at, updatedAt: at };
    await insertGroup(ctx.db, { id, ...named });
    return id;
  }
  const stateOf = (id: string) => near.find((group) => group.id === id)?.state;
  if (unites && mayUnite(stateOf(joins), stateOf(unites))) {
    await uniteGroups(ctx.db, unites, joins);
  }
  // It was answered, and yet here is one that the desk does not know.
  await setGroupState(ctx.db, joins, { from: ["answered"], to: "open", at });
  return joins;
}

/** What a person has dismissed stays so, and takes nothing open with it. */
const mayUnite = (a: NearGroup["state"] | undefined, b: NearGroup["state"] | undefined) =>
  a !== "dismissed" && b !== "dismissed";

/** Names a group anew, by its newest questions. @returns how many it has */
export async function describe(
  ctx: Context,
  groupId: string,
  usual: readonly string[],
): Promise<number> {
  const { questions, size } = await questionsOf(ctx.db, groupId);
  const words = await tellingWords(ctx.db, commonWords(questions, usual));
  await describeGroup(ctx.db, groupId, {
    words: firstOfStems(words),
    example: mostLike(questions, usual),
    updatedAt: ctx.now(),
  });
  return size;
}
