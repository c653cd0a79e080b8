import { ratingUrl } from "../csat";
import { getSetting } from "../desk";
import { cleanHtml } from "../platform/clean-html";
import type { Context } from "../platform/context";
import type { Message } from "../ticket";
import type { Outgoing } from "./outgoing";

/** By the customer's language (two letters). */
const ASKED: Readonly<Record<string, string>> & { readonly en: string } = {
  en: "How was this answer?",
  de: "Wie war diese Antwort?",
  fr: "Que pensez-vous de cette réponse ?",
  es: "¿Qué le pareció esta respuesta?",
};

/**
 * The words of a reply as they leave: one that resolves asks for a rating, where the desk wants to
 * know. The line is no part of the message, so nobody learns it. Nothing of the demo is asked about.
 *
 * @param asked the customer's message that it answers
 */
export async function withRatingLine(
  ctx: Context,
  { delivery, ticket, message }: Outgoing,
  asked: Message | undefined,
): Promise<{ text: string; html: string | null }> {
  const { text, html } = message;
  const wanted = delivery.thenStatus === "resolved" && !ticket.demo;
  if (!wanted || !(await getSetting(ctx.db, "csat.ask"))) return { text, html };
  const url = ratingUrl(ctx.env, { ticketId: delivery.ticketId, messageId: message.id });
  const words = ASKED[asked?.language ?? "en"] ?? ASKED.en;
  return {
    text: `${text.trimEnd()}\n\n${words} ${url}`,
    html: html && `${html}\n<p>${words} ${cleanHtml(`<a href="${url}">${url}</a>`)}</p>`,
  };
}
