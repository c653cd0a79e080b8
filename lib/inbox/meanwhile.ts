import { ago } from "../platform/ago";
import type { Context } from "../platform/context";
import { AppError } from "../platform/errors";
import { newestEvents } from "./meanwhile-store";
import { EXPLAINING, meanwhileWords } from "./meanwhile-words";
import { deskNames } from "./ticket-store";

/** Far more than happens to a ticket while somebody looks at it. */
const NEWEST = 20;

/**
 * Makes a change of a ticket that is refused because the ticket has changed meanwhile say who has
 * changed what: "Lee resolved it 1 min ago."
 */
export function sayingWhatChanged<I extends { ticketId: string } | { sourceId: string }, T>(
  verb: (ctx: Context, input: I) => Promise<T>,
) {
  return async (ctx: Context, input: I): Promise<T> => {
    try {
      return await verb(ctx, input);
    } catch (error) {
      if (!(error instanceof AppError) || !error.fields?.expectedVersion) throw error;
      const ticketId = "ticketId" in input ? input.ticketId : input.sourceId;
      throw await explained(ctx, ticketId, error);
    }
  };
}

async function explained(ctx: Context, ticketId: string, refusal: AppError): Promise<AppError> {
  const [newest, names] = await Promise.all([
    newestEvents(ctx.db, ticketId, EXPLAINING, NEWEST),
    deskNames(ctx.db),
  ]);
  const me = ctx.actor.type === "person" ? ctx.actor.personId : null;
  // Somebody else's change is the news; one's own came from another tab.
  const event = newest.find(({ actorId }) => actorId !== me) ?? newest[0];
  const did = event && meanwhileWords(event.type, event.payload, names);
  if (!event || !did) return refusal;
  const who = event.actorId === me ? "You" : whoOf(event);
  const message = `${who} ${did} ${ago(event.at, ctx.now())}. Look at what is new, then try again.`;
  const { fields = {} } = refusal;
  return new AppError("conflict", message, { cause: refusal, fields });
}

function whoOf({
  type,
  actorType,
  name,
}: {
  type: string;
  actorType: string;
  name: string | null;
}) {
  if (actorType === "person") return name ?? "Somebody who has left";
  return type.startsWith("message.") ? "The customer" : "Deskhand";
}
