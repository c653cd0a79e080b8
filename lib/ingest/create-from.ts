import { recordEvent } from "../event";
import type { Context } from "../platform/context";
import { mergeHistory, openTicket } from "../ticket";
import {
  handOverReason,
  type Landed,
  messageOf,
  type Request,
  type Sender,
  toolNames,
  turnsOf,
  writtenAt,
} from "./arrival";
import { subjectOf } from "./model";
import { settleOutcome } from "./outcome";
import type { Place } from "./place";

/**
 * Makes a ticket of a request.
 *
 * @returns null when another ticket has taken its conversation meanwhile
 */
export async function createFrom(
  ctx: Context,
  place: Place & { join: null },
  sender: Sender,
  { input, source }: Request,
): Promise<Landed | null> {
  const at = writtenAt(ctx, input);
  const said = input.kind === "message";
  const opened = await openTicket(
    ctx,
    {
      customerId: sender.customerId,
      channel: input.channel,
      source,
      connectionId: sender.connectionId,
      subject: subjectOf(input),
      body: input.body ?? "",
      conversationId: place.conversationId,
      participants: [input.customer_email],
      tags: input.tags,
      escalationReason: handOverReason(input, null),
      toolsUsed: toolNames(input),
      productArea: input.product_area ?? null,
      linkedTicketId: place.linked?.id ?? null,
      historic: input.historic,
      value: sender.value,
      createdAt: at,
    },
    said
      ? {
          ...messageOf(ctx, input, sender, place.because),
          author: "customer",
          customerId: sender.customerId,
          public: true,
        }
      : noteOf(ctx, input, sender, place.because),
  );
  if (!opened) return null;
  const { ticketId, messageId } = opened;
  const turns = await mergeHistory(ctx, ticketId, turnsOf(input), at);
  if (place.linked) {
    const linkedTicketId = place.linked.id;
    await recordEvent(ctx, "ticket.linked", { ticketId, linkedTicketId, because: place.because });
  }
  if (said) {
    const event = { ticketId, messageId, outcome: "created", because: place.because } as const;
    const tell = () => recordEvent(ctx, "message.received", event);
    return { ...opened, outcome: "created", tell };
  }
  await recordEvent(ctx, "ticket.opened", { ticketId, because: place.because });
  const escalated = handOverReason(input, null) !== null;
  const context = { ticketId, turns, tools: toolNames(input), escalated };
  await recordEvent(ctx, "ticket.context_added", context);
  const status =
    input.kind === "outcome" ? await settleOutcome(ctx, ticketId, sender, input) : null;
  return { ...opened, status: status ?? opened.status, outcome: "created" };
}

/** A tool's result, or the words that came with an outcome: for us, never for the customer. */
export function noteOf(ctx: Context, input: Request["input"], sender: Sender, because: string) {
  return {
    ...messageOf(ctx, input, sender, because),
    text: input.body ?? `The outcome of the conversation: ${input.resolution_state}.`,
    kind: input.kind === "tool_result" ? ("tool_result" as const) : ("note" as const),
    author: "system" as const,
    public: false,
  };
}
