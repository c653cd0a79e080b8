import { shownHtml } from "../platform/clean-html";
import { pageOf } from "../ticket/model";
import type { MessageView } from "./model";
import type { threadRows } from "./ticket-store";

type Row = Awaited<ReturnType<typeof threadRows>>[number];

/**
 * A message as people read it.
 *
 * @param leaving replies that can still be taken back, by message: until when
 */
export function toMessage(
  { message, person, customer, connection, delivery, rating }: Row,
  leaving: ReadonlyMap<string, string>,
): MessageView {
  const { metadata } = message;
  return {
    id: message.id,
    kind: message.kind,
    author: message.author,
    name: message.author === "ai" ? "Deskhand" : (person ?? customer ?? connection ?? "Unknown"),
    approvedBy: message.author === "ai" ? person : null,
    address: typeof metadata.from === "string" ? metadata.from : null,
    public: message.public,
    text: message.text,
    html: message.html && shownHtml(message.html),
    landedBecause: message.landedBecause,
    page: pageOf(message),
    leavesAt: delivery ? null : (leaving.get(message.id) ?? null),
    attachments: message.attachments,
    delivery: delivery && {
      ...delivery,
      destination: destinationWords(delivery),
      sentAt: delivery.sentAt?.toISOString() ?? null,
    },
    rating: rating && {
      score: rating.score,
      comment: rating.comment,
      at: rating.updatedAt.toISOString(),
    },
    createdAt: message.createdAt.toISOString(),
  };
}

/** Of a webhook only the host: the rest of its URL may hold secrets. */
function destinationWords({ transport, destination }: { transport: string; destination: string }) {
  if (transport !== "webhook") return destination;
  return URL.canParse(destination) ? new URL(destination).host : "";
}
