import { destinationOf } from "../channel";
import { customerAiStopped } from "../customer";
import { getSetting } from "../desk";
import { teamAiStopped } from "../person";
import type { Context } from "../platform/context";
import { publicUrl } from "../platform/env";
import { someoneReplies } from "../presence";
import {
  aiRepliesTo,
  participantsOf,
  personHasReplied,
  publicTurns,
  someoneWrites,
  type Ticket,
} from "../ticket";
import { automaticMail } from "./automatic-mail";
import { unsupportedIn } from "./compose";
import { type GuardFacts, STOPPED } from "./guards";
import { lockCustomer } from "./limits-store";
import { machineTurns } from "./machine-turns";
import { takenBy } from "./taken-by";
import type { Routed, Work } from "./work";

const HOUR = 3_600_000; // ms

/**
 * What may forbid an automatic reply, read now, with the ticket locked: what routing saw may be old.
 * Waits for other decisions about the same customer, so that their replies are counted.
 */
export async function guardFacts(
  ctx: Context,
  ticket: Ticket,
  { message, composed, foreign, gathered, routed, scored }: Work,
): Promise<GuardFacts> {
  const { db } = ctx;
  const now = ctx.now();
  await lockCustomer(db, ticket.customerId);
  const participants = await participantsOf(db, ticket.id);
  return {
    now,
    stopped: {
      desk: await getSetting(db, "ai.stopped"),
      team: await teamAiStopped(db, ticket.teamId),
      customer: (await customerAiStopped(db, ticket.customerId)) ?? true,
    },
    writing:
      (await someoneWrites(db, ticket.id, now)) || (await someoneReplies(db, ticket.id, now)),
    forPeople: reasonsOf(routed),
    ticket: { ...ticket, assigneeId: await takenBy(db, ticket) },
    personReplied: await personHasReplied(db, ticket.id),
    askedAt: message.createdAt,
    historic: message.metadata.historic === true,
    stale: false, // whoever asks has looked, with the ticket locked
    automatic: automaticMail(message.metadata, participants),
    ownAddress: await ownAddress(ctx, participants),
    machineTurns: machineTurns(await publicTurns(db, ticket.id)),
    replies: await aiRepliesTo(db, ticket, new Date(now.getTime() - HOUR)),
    limits: await getSetting(db, "ai.limits"),
    destination: await destinationOf(ctx, { ...ticket, participants }),
    draft: {
      text: composed.draft,
      foreign,
      doubts: scored.blocks,
      unsupported: unsupportedIn(composed, gathered.passages),
    },
  };
}

/** What routing found, without what is asked again here: the AI may have been let on since. */
function reasonsOf({ aiMayAnswer, aiMayNotBecause = [] }: Routed): string[] {
  if (!aiMayAnswer && aiMayNotBecause.length === 0) return ["a rule leaves it to people"];
  const asked: readonly string[] = Object.values(STOPPED);
  return aiMayNotBecause.filter((reason) => !asked.includes(reason));
}

/** An address that mail of the desk comes from: answering it would be talking to ourselves. */
async function ownAddress(ctx: Context, participants: readonly string[]): Promise<string | null> {
  const set = await getSetting(ctx.db, "mail.from");
  const { hostname } = new URL(publicUrl(ctx.env));
  const own = [set?.address, ctx.env.MAIL_FROM, `desk@${hostname}`];
  const ours = new Set(own.map((address) => address?.trim().toLowerCase()));
  return participants.find((address) => ours.has(address)) ?? null;
}
