import { customerByEmail, customerContext } from "../customer";
import { getSetting } from "../desk";
import type { Context } from "../platform/context";
import { publicThread } from "../ticket";
import { composeMail, isMessageId, type Mailbox } from "./compose-mail";
import { deskHost } from "./message-id";
import { isAutomatic, type Outgoing } from "./outgoing";
import { withRatingLine } from "./rating-line";

/** How many Message-IDs `References` names at most. */
const REFERENCES_MAX = 20;

/** The mail of a reply: to the delivery's one address, in the thread of the customer's last mail. */
export async function composeReply(ctx: Context, outgoing: Outgoing): Promise<string> {
  const { delivery, ticket, message } = outgoing;
  const { customer } = await customerContext(ctx.db, ticket.customerId);
  const owner = await customerByEmail(ctx.db, delivery.destination);
  const before = (await publicThread(ctx.db, ticket.id)).filter((one) => one.id !== message.id);
  const asked = before.filter((one) => one.author === "customer").at(-1);
  return composeMail({
    from: await sender(ctx),
    to: {
      name: owner?.customerId === customer.id ? customer.name : "",
      address: delivery.destination,
    },
    subject: ticket.subject,
    ...(await withRatingLine(ctx, outgoing, asked)),
    messageId: delivery.stableId,
    inReplyTo: asked && isMessageId(asked.externalId) ? asked.externalId : null,
    references: before
      .map((one) => one.externalId)
      .filter(isMessageId)
      .slice(-REFERENCES_MAX),
    automatic: isAutomatic(message),
    date: ctx.now(),
  });
}

/** Who mail comes from: as an admin has set it, else MAIL_FROM, else an address at the desk's host. */
export async function sender(ctx: Context): Promise<Mailbox> {
  const set = await getSetting(ctx.db, "mail.from");
  if (set) return set;
  const name = await getSetting(ctx.db, "desk.name");
  return { name, address: ctx.env.MAIL_FROM ?? `desk@${deskHost(ctx.env)}` };
}
