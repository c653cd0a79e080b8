import { getSetting } from "../desk";
import type { Context } from "../platform/context";
import { type Message, newerCustomerMessage, personHasReplied, type Ticket } from "../ticket";
import { personHasRefused } from "./follow-up-store";
import { takenBy } from "./taken-by";

/** Why a held ticket is not taken up again, in plain words; null when it may be. */
export async function staysWithPeople(
  ctx: Context,
  ticket: Ticket,
  message: Message,
  round: number,
): Promise<string | null> {
  const { db } = ctx;
  if (ticket.status !== "pending_customer") return `the ticket is ${ticket.status}`;
  if ((await takenBy(db, ticket)) !== null) return "a person has it";
  if (await personHasReplied(db, ticket.id)) return "a person has answered";
  if (await personHasRefused(db, ticket.id)) return "a person has refused a draft";
  if (await newerCustomerMessage(db, message)) return "the customer has written again";
  const { tries } = await getSetting(db, "ai.followUp");
  return round > tries ? `it was taken up ${tries} times` : null;
}
