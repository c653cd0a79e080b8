import { z } from "zod";
import { getSetting } from "../desk";
import { recordEvent } from "../event";
import type { Context } from "../platform/context";
import type { OpenAttempt } from "./open-attempt";
import { keepVerdict, type Said } from "./verdict";
import { approvedByOther } from "./verdict-store";

/** True when drafts of this category go out only once two people have approved the same words. */
export async function wantsFourEyes(ctx: Context, category: string): Promise<boolean> {
  return (await getSetting(ctx.db, "review.fourEyes")).includes(category);
}

/**
 * The first of two approvals: kept, and nothing is sent. Another person's approval of the same
 * words is the second; of other words it is a first again. Call it with the ticket locked.
 *
 * @returns false when these words may go out now
 */
export async function waitsForSecond(
  ctx: Context,
  { attempt, ticket }: OpenAttempt,
  personId: string,
  said: Said & { text: string },
): Promise<boolean> {
  if (!(await needsTwo(ctx, { attempt, ticket }))) return false;
  if (await approvedByOther(ctx.db, attempt.id, personId, said.text)) return false;
  await keepVerdict(ctx, attempt, personId, { ...said, settled: false });
  await recordEvent(ctx, "review.seconded", {
    ticketId: ticket.id,
    attemptId: attempt.id,
    verdict: said.verdict,
  });
  return true;
}

const Drafted = z.object({ routing: z.object({ category: z.string() }) });

/**
 * By the ticket's category now, and by the one that the draft was made for: a label that any agent
 * can change is no way around the second person.
 */
async function needsTwo(ctx: Context, { attempt, ticket }: OpenAttempt): Promise<boolean> {
  if (await wantsFourEyes(ctx, ticket.category)) return true;
  const drafted = Drafted.safeParse(attempt.snapshot).data;
  return drafted !== undefined && wantsFourEyes(ctx, drafted.routing.category);
}
