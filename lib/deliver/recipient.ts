import { customerByEmail } from "../customer";
import type { Context } from "../platform/context";
import { type Message, participantsOf, publicThread } from "../ticket";

/**
 * The participants of the ticket that the reply was approved in, whoever is written to first: the
 * author of the customer message that it answers. The others get no copy: nobody has asked for it.
 */
export async function addressees(
  ctx: Context,
  reply: Message,
  ticketId: string,
): Promise<string[]> {
  const participants = await participantsOf(ctx.db, ticketId);
  if (participants.length < 2) return participants;
  const asked = (await publicThread(ctx.db, reply.ticketId)).findLast(
    (one) =>
      one.author === "customer" && one.kind === "message" && one.createdAt <= reply.createdAt,
  );
  const author = asked && (await addressOf(ctx, asked, participants));
  return author ? [author, ...participants.filter((one) => one !== author)] : participants;
}

/** As the message itself says, where that is a participant; else the address of its customer. */
async function addressOf(
  ctx: Context,
  { metadata, customerId }: Message,
  participants: readonly string[],
): Promise<string | undefined> {
  const said = typeof metadata.from === "string" ? metadata.from.toLowerCase() : "";
  if (participants.includes(said)) return said;
  for (const email of participants) {
    if (customerId && (await customerByEmail(ctx.db, email))?.customerId === customerId)
      return email;
  }
  return undefined;
}
